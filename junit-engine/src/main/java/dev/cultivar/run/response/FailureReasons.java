package dev.cultivar.run.response;

import static java.util.stream.Collectors.groupingBy;

import dev.cultivar.text.PlainText;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why responses were not scored, in the words of what failed. */
public final class FailureReasons {

    private static final String ATTEMPTS = " \\(\\d+ attempts\\)";

    private FailureReasons() {}

    /** One line each, the most frequent first; how often something was tried makes no other reason of it. */
    public static List<String> of(Stream<ResponseRecord> responses) {
        return responses
                .map(ResponseRecord::detail)
                .filter(detail -> !detail.isBlank())
                .map(PlainText::line)
                .collect(groupingBy(line -> line.replaceAll(ATTEMPTS, ""), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(same -> -same.size()))
                .map(Collections::max)
                .toList();
    }
}
