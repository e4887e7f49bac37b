package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.run.cost.AnswerTokens;
import dev.cultivar.run.response.FailureReason;
import dev.cultivar.screen.Screening;
import dev.cultivar.text.Thoughts;
import java.util.OptionalInt;

/** Explains why an answer is lost. If the token limit cut it off, also gives a limit that would have been enough, if any. */
final class LostAnswer {

    private LostAnswer() {}

    /**
     * @param screening the response's screening, which it did not pass
     * @param language the prompt's language
     * @param limit the token limit that was sent, if any
     */
    static FailureReason of(Screening screening, ModelResponse response, String language, OptionalInt limit) {
        long used = response.usage().output();
        boolean limited = response.finish() == FinishReason.LENGTH;
        if (screening.outcome() == Outcome.WRONG_FORMAT && Thoughts.tookAll(response.text(), used, limited)) {
            String all = "no answer: all " + (used == 0 ? "" : used + " ") + "tokens went into reasoning";
            return limited || used >= limit.orElse(Integer.MAX_VALUE)
                    ? cut(all, AnswerTokens.afterThoughts(language, used == 0 ? limit.orElse(0) : used))
                    : new FailureReason(all + ", and the model stopped by itself", 1);
        }
        if (screening.endless()) {
            return endless(screening.detail());
        }
        boolean cut = limited
                && (screening.outcome() == Outcome.WRONG_COUNT || screening.outcome() == Outcome.WRONG_FORMAT)
                && screening.statements().size() < LiveParticipants.STATEMENTS;
        return cut
                ? cut(
                        screening.detail(),
                        AnswerTokens.forCut(language, screening.statements().size(), used))
                : new FailureReason(screening.detail(), 1);
    }

    private static FailureReason cut(String detail, int enough) {
        return new FailureReason(detail + "; raise max-tokens to " + enough, 1, enough, false);
    }

    private static FailureReason endless(String detail) {
        return new FailureReason(detail + "; the model repeats itself without end", 1, 0, true);
    }
}
