package dev.cultivar.run.cost;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.Usage;
import java.util.Collection;
import java.util.Optional;

/** The expected cost of requests, in tokens, before an endpoint has counted any. */
public final class ExpectedCost {

    /** Ten numbered statements of about thirty tokens each. */
    private static final long ANSWER_TOKENS = 330;

    /** The judge's instructions, and a response with the two statements of known side among its ten. */
    private static final long JUDGE_PROMPT_TOKENS = 300 + ANSWER_TOKENS * 12 / 10;

    /** Twelve numbers and labels. */
    private static final long JUDGE_ANSWER_TOKENS = 72;

    private static final double LETTERS_PER_TOKEN = 4;

    /** Start of the CJK blocks. */
    private static final int FIRST_WIDE = 0x2E80;

    private ExpectedCost() {}

    /**
     * Tokens of one model's responses to the prompts.
     *
     * @param system system prompt sent before each
     */
    public static Usage answers(Collection<PlannedPrompt> prompts, Optional<String> system) {
        long before = system.map(ExpectedCost::tokens).orElse(0L);
        long input = prompts.stream()
                .mapToLong(planned -> before + tokens(planned.prompt().text()))
                .sum();
        return new Usage(input, prompts.size() * ANSWER_TOKENS);
    }

    /** Tokens of this many judgements, each of a whole response. */
    public static Usage judgements(long count) {
        return new Usage(count * JUDGE_PROMPT_TOKENS, count * JUDGE_ANSWER_TOKENS);
    }

    /** About four letters make one token, but in a script without spaces each character is about one. */
    private static long tokens(String text) {
        long wide = text.codePoints().filter(sign -> sign >= FIRST_WIDE).count();
        return wide + Math.round((text.codePointCount(0, text.length()) - wide) / LETTERS_PER_TOKEN);
    }
}
