package dev.cultivar.report.markdown;

import dev.cultivar.report.words.allowed.AllowedWords;
import dev.cultivar.results.ResultsFile;
import java.util.stream.Collectors;

/** What a run was allowed, as a list under a heading. */
final class AllowedMarkdown {

    private AllowedMarkdown() {}

    /** Lines that end in {@code \n}. */
    static String of(ResultsFile results) {
        return AllowedWords.of(results).stream()
                .map(line -> "- " + SummaryText.text(line) + "\n")
                .collect(Collectors.joining("", "\n### " + AllowedWords.NAME + "\n\n", ""));
    }
}
