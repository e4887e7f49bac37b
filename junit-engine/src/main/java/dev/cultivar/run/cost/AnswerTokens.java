package dev.cultivar.run.cost;

import java.util.Map;

/**
 * Tokens that an answer of ten summaries needs.
 *
 * <p>Lengths are those of the 100 released answers of Gemma-2-27B (the longest 5% of the complete ones have about 2,500 letters). Letters
 * per token were measured on truncated answers of a small model with a limit of 600 tokens (4.9 in English, 3.7 in Portuguese, 3.1 in
 * Danish). If neither is known, the worse value is used.
 */
public final class AnswerTokens {

    private static final int STATEMENTS = 10;
    private static final int LETTERS = 2_500;
    private static final double MARGIN = 1.2;
    private static final int STEP = 100;

    /** Letters per token, which also allows for how many letters the language needs to say what one English letter does. */
    private static final Map<String, Double> LETTERS_PER_TOKEN = Map.of(
            "en", 4.5, "pt", 3.5, "es", 3.5, "fr", 3.5, "de", 3.5, "nl", 3.5, "da", 3.0, "sv", 3.0, "sw", 3.0, "ja",
            2.8);

    private static final double FEWEST_LETTERS = 2.5;

    private AnswerTokens() {}

    /** A limit that hardly any answer in this language reaches, not counting a model's thoughts. */
    public static int enough(String language) {
        return rounded(LETTERS / LETTERS_PER_TOKEN.getOrDefault(language, FEWEST_LETTERS));
    }

    /**
     * A limit that would have been enough for an answer that was cut off.
     *
     * @param whole number of complete statements before the cut, at least 0
     * @param used number of tokens in the answer
     */
    public static int forCut(String language, int whole, long used) {
        double all = whole == 0 ? 2.0 * used : MARGIN * used * STATEMENTS / whole;
        return Math.min(1_000_000, Math.max(enough(language), rounded(all)));
    }

    /**
     * A limit for an answer that never began because its tokens went into thoughts: twice the thoughts, plus an answer.
     *
     * @param used number of tokens in thoughts, at least 0
     */
    public static int afterThoughts(String language, long used) {
        return Math.min(1_000_000, rounded(2.0 * used) + enough(language));
    }

    private static int rounded(double tokens) {
        return (int) Math.ceil(Math.min(1_000_000, tokens) / STEP) * STEP;
    }
}
