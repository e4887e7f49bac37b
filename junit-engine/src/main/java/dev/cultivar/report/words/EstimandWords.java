package dev.cultivar.report.words;

import dev.cultivar.settings.Estimand;
import org.jspecify.annotations.Nullable;

/** Which question an interval answers. */
public final class EstimandWords {

    /** Says what a table leaves out if its intervals all answer the same question. */
    public static final String BESIDE_OTHERS =
            "Each interval stands alone: none is corrected for how many there are. One for these topics says nothing about other topics;"
                    + " for values in general, take that for all topics, which results.csv has beside it.";

    private EstimandWords() {}

    /** {@code these topics} or {@code all topics}; empty if there is no such interval. */
    public static String of(@Nullable String label) {
        return label == null ? "" : label.replace('-', ' ');
    }

    /** The same in a column of topics: {@code these} or {@code all}. */
    static String ofTopics(@Nullable String label) {
        if (label == null) {
            return "";
        }
        return label.equals(Estimand.ALL_TOPICS.label()) ? "all" : "these";
    }
}
