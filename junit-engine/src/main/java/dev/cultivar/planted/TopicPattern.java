package dev.cultivar.planted;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with places for the topic, as a regular expression. */
final class TopicPattern {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{topic(?::[a-z-]+)?}");

    private TopicPattern() {}

    /**
     * @param topic regular expression for each place of the topic
     * @param normalised whether the rest is compared without punctuation and case, see {@link #normalise}
     */
    static Pattern of(String sentence, String topic, boolean normalised) {
        StringBuilder expression = new StringBuilder();
        Matcher places = PLACEHOLDER.matcher(sentence);
        int from = 0;
        while (places.find()) {
            append(expression, sentence.substring(from, places.start()), normalised);
            expression.append(normalised ? " ?" : "").append(topic).append(normalised ? " ?" : "");
            from = places.end();
        }
        append(expression, sentence.substring(from), normalised);
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    private static void append(StringBuilder expression, String literal, boolean normalised) {
        String text = normalised ? normalise(literal) : literal;
        if (!text.isEmpty()) {
            expression.append(Pattern.quote(text));
        }
    }

    /** Letters and digits of any script in lower case, one space between words. */
    static String normalise(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean apart = false;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (!isSpoken(c)) {
                apart = true;
                continue;
            }
            if (apart && plain.length() > 0) {
                plain.append(' ');
            }
            apart = false;
            plain.appendCodePoint(c);
        }
        return plain.toString();
    }

    /** Whether a character is a letter, a mark or a number. */
    private static boolean isSpoken(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
