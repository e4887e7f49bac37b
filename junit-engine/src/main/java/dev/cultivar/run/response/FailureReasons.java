package dev.cultivar.run.response;

import static java.util.stream.Collectors.groupingBy;

import dev.cultivar.text.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why responses were not scored, in the words of what failed. */
public final class FailureReasons {

    private FailureReasons() {}

    /** One line each, the most frequent first; how often something was tried makes no other reason of it, and the most is told. */
    public static List<String> of(Stream<ResponseRecord> responses) {
        return responses
                .map(ResponseRecord::failure)
                .filter(failure -> !failure.reason().isBlank())
                .collect(groupingBy(FailureReason::reason, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(same -> -same.size()))
                .map(same -> same.stream()
                        .max(Comparator.comparingInt(FailureReason::attempts))
                        .orElseThrow())
                .map(failure -> PlainText.line(failure.text()))
                .toList();
    }
}
