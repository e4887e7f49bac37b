package dev.cultivar.report.words;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.results.provenance.JudgeInfo;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** What every report says of prompts that no native reader has approved and of a judge that nobody calibrated. */
public final class Warnings {

    private Warnings() {}

    /** On languages whose prompts nobody approved; empty where there are none. */
    public static String unreviewed(Collection<String> languages) {
        return languages.isEmpty()
                ? ""
                : "UNREVIEWED: No native reader has approved the prompts in " + String.join(", ", languages)
                        + " yet; a slip in a translation looks like a value.";
    }

    /** On a language, if it needs one. */
    public static String unreviewed(Map<String, PromptBook> books, String language) {
        return unreviewed(Stream.ofNullable(books.get(language))
                .filter(book -> !book.reviewed())
                .map(PromptBook::language)
                .toList());
    }

    /** On all languages that need it. */
    public static String unreviewed(Map<String, PromptBook> books) {
        return unreviewed(books.values().stream()
                .filter(book -> !book.reviewed())
                .map(PromptBook::language)
                .sorted()
                .toList());
    }

    /** Empty where the judge's stances were compared with people's. */
    public static String uncalibrated(JudgeInfo judge) {
        return judge.calibrated()
                ? ""
                : "UNCALIBRATED JUDGE " + judge.model().wireName() + ": its stances were not compared with people's";
    }
}
