package dev.cultivar.report.words;

import org.jspecify.annotations.Nullable;

/** Which question an interval answers. */
public final class EstimandWords {

    private EstimandWords() {}

    /** {@code these topics} or {@code all topics}; empty where there is no interval of the kind. */
    public static String of(@Nullable String label) {
        return label == null ? "" : label.replace('-', ' ');
    }
}
