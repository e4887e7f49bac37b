package dev.cultivar.report.words;

import dev.cultivar.text.Decimals;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and times as reports show them: a true minus, groups of three digits, minutes in UTC. Text that a terminal prints or a program
 * may read keeps the hyphen-minus.
 */
public final class Numbers {

    private static final double LEAST_P = 0.0001;

    private static final Pattern MINUS = Pattern.compile("(?<![\\w.\\-])-(?=\\d)");
    private static final Pattern LONG = Pattern.compile("(?<![\\w.,\\-])\\d{5,}(?![\\w.\\-])");
    private static final Pattern INSTANT =
            Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}):\\d{2}(?:\\.\\d+)?Z");

    private Numbers() {}

    /** One or several numbers, formatted for a page. */
    public static String set(String numbers) {
        return grouped(within(numbers));
    }

    /** The same for numbers within a sentence; other long runs of digits, such as a hash or a name, stay unchanged. */
    public static String within(String sentence) {
        return MINUS.matcher(times(sentence)).replaceAll("\u2212");
    }

    /** A sentence with its times to the minute. */
    public static String times(String sentence) {
        return INSTANT.matcher(sentence).replaceAll("$1 $2 UTC");
    }

    /** A count, for example {@code 1,234,567} or {@code 1234}. */
    public static String count(long count) {
        return grouped(Long.toString(count));
    }

    static String grouped(String numbers) {
        return LONG.matcher(numbers).replaceAll(Numbers::groups);
    }

    private static String groups(MatchResult digits) {
        return digits.group().replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    /** A p-value in [0,1] with four decimals; {@code <0.0001} if it is smaller. */
    public static String p(double p) {
        return p < LEAST_P ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** The same with its name: {@code p=0.0312}, {@code p<0.0001}. */
    public static String namedP(double p) {
        return (p < LEAST_P ? "p" : "p=") + p(p);
    }

    /** A score with three decimals; a dash if there is none. */
    public static String score(@Nullable Double value) {
        return value == null ? "\u2013" : Decimals.score(value);
    }
}
