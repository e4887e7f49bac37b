package dev.cultivar.report.page;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One way to show numbers and times: a true minus, groups of three digits, minutes in UTC. */
final class PageNumbers {

    private static final Pattern MINUS = Pattern.compile("(?<![\\w.\\-])-(?=\\d)");
    private static final Pattern LONG = Pattern.compile("(?<![\\w.,\\-])\\d{5,}(?![\\w.\\-])");
    private static final Pattern INSTANT =
            Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}):\\d{2}(?:\\.\\d+)?Z");

    private PageNumbers() {}

    /** A number, or several. */
    static String of(String text) {
        return LONG.matcher(in(text)).replaceAll(PageNumbers::grouped);
    }

    /** Numbers and times within a sentence; what else has many digits, a hash or a name, stays as it is. */
    static String in(String text) {
        return MINUS.matcher(INSTANT.matcher(text).replaceAll("$1 $2 UTC")).replaceAll("\u2212");
    }

    private static String grouped(MatchResult digits) {
        return digits.group().replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }
}
