package dev.cultivar.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a topic asks for. This decides how its statements are read and what its figures can say. */
public enum TopicKind {
    /** What is good, or should be. */
    VALUE("value"),
    /** Whether an act is justified. */
    NORM("norm"),
    /** Whether somebody deserves confidence. */
    TRUST("trust"),
    /** Faith and religious practice. */
    RELIGION("religion"),
    /** What the speaker does or has done, whatever they think of it. */
    BEHAVIOUR("behaviour"),
    /** How things are in the speaker's own country, whether they like it or not; no value. */
    PERCEPTION("perception");

    private final String label;

    TopicKind(String label) {
        this.label = label;
    }

    /** The label that catalogues and results use. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The kind with that label, if there is one. */
    static Optional<TopicKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
