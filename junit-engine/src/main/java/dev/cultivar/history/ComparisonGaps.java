package dev.cultivar.history;

import dev.cultivar.analysis.estimate.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison cannot tell about one model in one language.
 *
 * @param topics left out, and why
 * @param limit null where some topic's drift could be certain
 */
public record ComparisonGaps(
        String model,
        String language,
        List<Note.LeftOut> topics,
        @Nullable DriftLimit limit) {
    public ComparisonGaps {
        topics = List.copyOf(topics);
    }
}
