package dev.cultivar.circle;

/** Half of a circle that the rules of the house must find. */
public final class Hen {

    Egg lays() {
        return new Egg();
    }
}
