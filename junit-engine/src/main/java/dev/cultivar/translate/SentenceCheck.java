package dev.cultivar.translate;

import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Checks whether a model's text can be the translation of a sentence. The text is untrusted. */
final class SentenceCheck {

    private static final Pattern BRACED = Pattern.compile("\\{[^{}]*}");
    /** A translation has a number of letters well within these multiples of the source's; Japanese and Chinese need about a third. */
    private static final double SHORTEST = 0.15;

    private static final double LONGEST = 3;
    private static final int SLACK = 20;

    private SentenceCheck() {}

    /** The sentence as it goes into the file: one line, without surrounding quotation marks that the source does not have. */
    static String clean(String source, String answer) {
        String text = answer.strip().replaceAll("\\s+", " ");
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") && !source.startsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    /**
     * What is wrong.
     *
     * @param source the sentence that was to be translated
     * @param other whether the target language differs from the sentence's own
     * @return what is wrong, in one clause; empty where nothing is
     */
    static Optional<String> problem(String source, ModelResponse response, boolean other) {
        if (response.finish() == FinishReason.LENGTH) {
            return Optional.of("it was cut at the token limit");
        }
        if (response.finish() == FinishReason.CONTENT_FILTER) {
            return Optional.of("the provider's filter stopped it");
        }
        String text = clean(source, response.text());
        if (text.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (text.codePoints().anyMatch(PlainText::isControl)) {
            return Optional.of("it holds control characters");
        }
        List<String> wanted = placeholders(source);
        if (!placeholders(text).equals(wanted)) {
            return Optional.of(
                    wanted.isEmpty()
                            ? "it holds a placeholder that the English has not"
                            : "it must hold " + String.join(", ", wanted) + " exactly as in the English");
        }
        if (text.length() < SHORTEST * source.length() || text.length() > LONGEST * source.length() + SLACK) {
            return Optional.of("its length cannot be right for this sentence");
        }
        return other && text.equalsIgnoreCase(source)
                ? Optional.of("it is the English sentence itself")
                : Optional.empty();
    }

    private static List<String> placeholders(String text) {
        return BRACED.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
