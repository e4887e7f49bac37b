package dev.cultivar.results;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.results.provenance.SuiteInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every report of a run says whose sentences no native reader has approved. */
public final class UnreviewedPrompts {

    private UnreviewedPrompts() {}

    /** The languages of a suite that have such sentences, in order; empty where all are approved. */
    public static List<String> languages(SuiteInfo suite) {
        return suite.books().entrySet().stream()
                .filter(book -> !book.getValue().reviewed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The sentence on those languages; empty where there are none. */
    public static String sentence(Collection<String> languages) {
        return languages.isEmpty()
                ? ""
                : "UNREVIEWED: No native reader has approved the prompts in " + String.join(", ", languages)
                        + " yet; a slip in a translation looks like a value.";
    }

    /** The sentence on a language, if it needs one. */
    public static String sentence(Map<String, PromptBook> books, String language) {
        return sentence(Stream.ofNullable(books.get(language))
                .filter(book -> !book.reviewed())
                .map(PromptBook::language)
                .toList());
    }

    /** The sentence on all languages that need it. */
    public static String sentence(Map<String, PromptBook> books) {
        return sentence(books.values().stream()
                .filter(book -> !book.reviewed())
                .map(PromptBook::language)
                .sorted()
                .toList());
    }

    /** Whether the prompts that a row rests on are {@code reviewed} or {@code unreviewed}; empty where no suite tells. */
    static String prompts(List<SuiteInfo> suites, ResultRow row) {
        return suites.stream()
                .filter(suite -> suite.suite().equals(row.suite()))
                .flatMap(suite -> Stream.ofNullable(suite.books().get(row.language())))
                .map(book -> book.reviewed() ? "reviewed" : "unreviewed")
                .findFirst()
                .orElse("");
    }
}
