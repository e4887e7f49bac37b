package dev.cultivar.report.words;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * On topics that the survey did not ask of everyone compared with: topics that lack the same populations in one line, without a full
     * stop.
     *
     * @param topics by population
     */
    public static List<String> withoutTruth(Map<String, List<String>> topics) {
        SortedMap<String, List<String>> lacking = new TreeMap<>();
        new TreeMap<>(topics)
                .forEach((population, keys) -> keys.forEach(topic ->
                        lacking.computeIfAbsent(topic, key -> new ArrayList<>()).add(population)));
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        lacking.forEach((topic, populations) ->
                alike.computeIfAbsent(populations, key -> new ArrayList<>()).add(topic));
        return alike.entrySet().stream()
                .map(group -> "The survey has nothing of " + String.join(", ", group.getKey()) + " on "
                        + Plural.of(group.getValue().size(), "topic") + ": "
                        + String.join(", ", group.getValue()))
                .toList();
    }

    /** Empty where the judge's stances were compared with people's. */
    public static String uncalibrated(JudgeInfo judge) {
        return judge.calibrated()
                ? ""
                : "UNCALIBRATED JUDGE " + judge.model().wireName() + ": its stances were not compared with people's";
    }
}
