package dev.cultivar.translate;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How close a back-translation comes to its source: the cosine of their word counts, which ignores word order and knows no synonyms. It
 * points a reviewer to sentences but does not judge them.
 */
final class Similarity {

    /** Both sides are English. */
    private static final Pattern WORD = Pattern.compile("\\w+");

    private Similarity() {}

    /** In [0,1], rounded to two decimals; words are compared in lower case; 0 where either side has no words. */
    static double of(String source, String back) {
        Map<String, Long> one = words(source);
        Map<String, Long> other = words(back);
        long common = one.entrySet().stream()
                .mapToLong(word -> word.getValue() * other.getOrDefault(word.getKey(), 0L))
                .sum();
        double lengths = Math.sqrt((double) squares(one) * squares(other));
        return lengths == 0 ? 0 : Math.round(100 * Math.min(1, common / lengths)) / 100.0;
    }

    private static long squares(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count * count).sum();
    }

    private static Map<String, Long> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
