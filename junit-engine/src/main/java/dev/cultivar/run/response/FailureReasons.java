package dev.cultivar.run.response;

import dev.cultivar.text.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Why responses were not scored, in the words of whatever failed. */
public final class FailureReasons {

    private FailureReasons() {}

    /** How often a reason was given, and its instance with the most attempts. */
    private record Given(int times, FailureReason most) {
        Given and(Given other) {
            return new Given(times + other.times, other.most.attempts() > most.attempts() ? other.most : most);
        }
    }

    /**
     * One line per reason, the most frequent first. Reasons that differ only in the number of attempts count as one, with the highest
     * number.
     */
    public static List<String> of(Stream<ResponseRecord> responses) {
        SortedMap<String, Given> reasons = new TreeMap<>();
        responses
                .map(ResponseRecord::failure)
                .filter(failure -> !failure.reason().isBlank())
                .forEachOrdered(failure -> reasons.merge(failure.reason(), new Given(1, failure), Given::and));
        return reasons.values().stream()
                .sorted(Comparator.comparingInt(given -> -given.times()))
                .map(given -> PlainText.line(given.most().text()))
                .toList();
    }
}
