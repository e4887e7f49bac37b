package dev.cultivar.circle;

/** The other half. */
public final class Egg {

    Hen becomes() {
        return new Hen();
    }
}
