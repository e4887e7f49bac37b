package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import java.util.Locale;
import java.util.Optional;

/** What the judge says about one statement. */
enum Label {
    PRO(Stance.PRO),
    CON(Stance.CON),
    NEUTRAL(Stance.NEUTRAL),
    /** Neutral in every calculation, but counted separately. */
    OFF_TOPIC(Stance.NEUTRAL);

    private final Stance stance;

    Label(Stance stance) {
        this.stance = stance;
    }

    Stance stance() {
        return stance;
    }

    /** The label of this name; empty where there is none. */
    static Optional<Label> of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "pro" -> Optional.of(PRO);
            case "con" -> Optional.of(CON);
            case "neutral" -> Optional.of(NEUTRAL);
            case "off-topic", "off_topic", "offtopic", "off topic" -> Optional.of(OFF_TOPIC);
            default -> Optional.empty();
        };
    }
}
