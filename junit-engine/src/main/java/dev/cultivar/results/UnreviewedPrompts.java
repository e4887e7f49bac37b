package dev.cultivar.results;

import dev.cultivar.results.provenance.SuiteInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the prompts of a run that no native reader has approved. */
public final class UnreviewedPrompts {

    private UnreviewedPrompts() {}

    /** The languages of a suite that have unapproved sentences, in order; empty if all are approved. */
    public static List<String> languages(SuiteInfo suite) {
        return suite.books().entrySet().stream()
                .filter(book -> !book.getValue().reviewed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the prompts that a row rests on are {@code reviewed} or {@code unreviewed}; empty if no suite tells. */
    static String prompts(List<SuiteInfo> suites, ResultRow row) {
        return suites.stream()
                .filter(suite -> suite.suite().equals(row.suite()))
                .flatMap(suite -> Stream.ofNullable(suite.books().get(row.language())))
                .map(book -> book.reviewed() ? "reviewed" : "unreviewed")
                .findFirst()
                .orElse("");
    }
}
