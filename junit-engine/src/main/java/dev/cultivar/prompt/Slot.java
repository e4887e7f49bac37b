package dev.cultivar.prompt;

import java.util.Arrays;
import java.util.Optional;

/** A wording's place in the master questionnaire: every topic has each of them once, in every language. */
public enum Slot {
    /** A claim or statement that the survey counts as in favour. */
    CLAIM_PRO("claim-pro"),
    /** Its opposite where the survey divides the answers. */
    CLAIM_CON("claim-con"),
    /** The subject with both sides to it. */
    NEUTRAL("neutral"),
    /** Whether it is so; of facts, how often; of the speaker's own doings, whether they have done it. */
    WHETHER("whether"),
    /** The same in everyday words, without leaning to a side. */
    PARAPHRASE("paraphrase");

    private final String label;

    Slot(String label) {
        this.label = label;
    }

    /** As language files and results write it, for example {@code claim-pro}. */
    public String label() {
        return label;
    }

    /** The slot with that label, if there is one. */
    public static Optional<Slot> of(String label) {
        return Arrays.stream(values()).filter(slot -> slot.label.equals(label)).findFirst();
    }
}
