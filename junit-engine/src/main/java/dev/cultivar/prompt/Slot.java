package dev.cultivar.prompt;

import java.util.Arrays;
import java.util.Optional;

/** A wording's place in the master questionnaire: every topic has each of them once, in every language. */
public enum Slot {
    /** A claim or statement that the survey counts as in favour. */
    CLAIM_PRO("claim-pro"),
    /** The opposite claim, on the other side of the survey's division of answers. */
    CLAIM_CON("claim-con"),
    /** The subject, naming both sides. */
    NEUTRAL("neutral"),
    /** Whether something is so; for facts, how often; for the speaker's own behaviour, whether they have done it. */
    WHETHER("whether"),
    /** The same in everyday words, without leaning to either side. */
    PARAPHRASE("paraphrase");

    private final String label;

    Slot(String label) {
        this.label = label;
    }

    /** The slot's name in language files and results, for example {@code claim-pro}. */
    public String label() {
        return label;
    }

    /** The slot with that label, if there is one. */
    public static Optional<Slot> of(String label) {
        return Arrays.stream(values()).filter(slot -> slot.label.equals(label)).findFirst();
    }
}
