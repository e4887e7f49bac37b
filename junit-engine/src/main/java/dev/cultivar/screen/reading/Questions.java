package dev.cultivar.screen.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises statements that end with a question, and statements that only ask, like an interviewer's. */
public final class Questions {

    private static final String MARKS = "?？؟";
    private static final String STOPS = ".!…";
    private static final String DENSE_STOPS = "。！";

    /** With fewer letters, the words before a question are a greeting or a name. */
    private static final int FEWEST_LETTERS = 10;

    /** How many letters one Chinese or Japanese character counts for. */
    private static final int DENSE = 3;

    /** A full stop after these, or after a single letter, does not end a sentence, even if a capital follows. */
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

    /** Japanese marks a question by its last syllable, not by a question mark. */
    private static boolean endsInKa(String sentence) {
        return sentence.endsWith("ますか。") || sentence.endsWith("ですか。");
    }

    /** How many statements end with a question. */
    public static int among(List<String> statements) {
        return (int) statements.stream().filter(Questions::asks).count();
    }

    /** Whether a text only asks. */
    public static boolean onlyAsks(String text) {
        return asks(text) && assertion(text).isEmpty();
    }

    /** What a text says before the question at its end; empty where it says nothing or does not end with a question. */
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
