package dev.cultivar.planted;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with places for the topic, as a regular expression. */
final class TopicPattern {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{topic(?::[a-z-]+)?}");

    private TopicPattern() {}

    /**
     * @param topic expression for each place of the topic
     * @param normalised whether the rest is compared without punctuation and capitals, see {@link #normalise}
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
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
