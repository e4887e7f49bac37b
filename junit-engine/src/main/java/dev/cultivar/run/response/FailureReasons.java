package dev.cultivar.run.response;

import dev.cultivar.text.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Why responses were not scored, in the words of what failed. */
public final class FailureReasons {

    private FailureReasons() {}

    /** How often a reason was given, and the one of them that took most attempts. */
    private record Given(int times, FailureReason most) {
        Given and(Given other) {
            return new Given(times + other.times, other.most.attempts() > most.attempts() ? other.most : most);
        }
    }

    /** One line each, the most frequent first; how often something was tried makes no other reason of it, and the most is told. */
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
