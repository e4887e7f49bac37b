package dev.cultivar.screen.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Statements that end with a question, and those that do nothing but ask: those of an interviewer. */
public final class Questions {

    private static final String MARKS = "?？؟";
    private static final String STOPS = ".!…";
    private static final String DENSE_STOPS = "。！";

    /** Letters below which what stands before a question is a greeting or a name. */
    private static final int FEWEST_LETTERS = 10;

    /** For how many letters one character of Chinese or Japanese stands. */
    private static final int DENSE = 3;

    /** After these a stop ends no sentence, though a capital may follow; nor after a single letter. */
    private static final Set<String> SHORTENED =
            Set.of("dr", "mr", "mrs", "ms", "prof", "st", "hr", "sr", "sra", "mme", "bzw", "usw", "etc", "bl", "dvs");

    private Questions() {}

    /** Whether a text ends with a question. */
    static boolean asks(String text) {
        int i = text.length() - 1;
        while (i >= 0
                && (Character.isWhitespace(text.charAt(i))
                        || Quotes.closes(text.charAt(i))
                        || ")*_ ".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        return i >= 0 && (MARKS.indexOf(text.charAt(i)) >= 0 || endsInKa(text.substring(0, i + 1)));
    }

    /** Japanese asks without a mark, by its last syllable. */
    private static boolean endsInKa(String sentence) {
        return sentence.endsWith("ますか。") || sentence.endsWith("ですか。");
    }

    /** How many of these end with a question. */
    public static int among(List<String> statements) {
        return (int) statements.stream().filter(Questions::asks).count();
    }

    /** Whether a text does nothing but ask. */
    public static boolean onlyAsks(String text) {
        return asks(text) && assertion(text).isEmpty();
    }

    /** What a text says before the question that it ends with; empty where it says nothing or does not end so. */
    public static String assertion(String text) {
        if (!asks(text)) {
            return "";
        }
        StringBuilder said = new StringBuilder();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean question = MARKS.indexOf(text.charAt(i)) >= 0;
            if (question || endsSentence(text, i)) {
                String sentence = text.substring(from, i + 1);
                from = i + 1;
                if (!question && !endsInKa(sentence) && letters(sentence) >= FEWEST_LETTERS) {
                    said.append(sentence);
                }
            }
        }
        return said.toString();
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        if (DENSE_STOPS.indexOf(c) >= 0) {
            return true;
        }
        if (STOPS.indexOf(c) < 0 || (c == '.' && isShortened(text, at))) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && (Quotes.closes(text.charAt(next)) || text.charAt(next) == ')')) {
            next++;
        }
        int after = next;
        while (after < text.length() && !Character.isLetter(text.charAt(after))) {
            after++;
        }
        return next < text.length()
                && Character.isWhitespace(text.charAt(next))
                && after < text.length()
                && !Character.isLowerCase(text.charAt(after));
    }

    private static boolean isShortened(String text, int stop) {
        int from = stop;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        boolean inner = from > 0 && text.charAt(from - 1) == '.';
        return inner
                || stop - from == 1
                || SHORTENED.contains(text.substring(from, stop).toLowerCase(Locale.ROOT));
    }

    private static int letters(String sentence) {
        return sentence.codePoints()
                .filter(Character::isLetter)
                .map(letter -> Character.isIdeographic(letter) || (letter >= 0x3040 && letter < 0x3100) ? DENSE : 1)
                .sum();
    }
}
