package dev.cultivar.gate.facts;

import dev.cultivar.api.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the planned responses of a gate's model and language.
 *
 * @param notScored those that occurred, in the order of outcomes
 */
public record Losses(long scored, long planned, List<Loss> notScored) {

    /**
     * Responses that ended without a score.
     *
     * @param tokens the largest token limit needed by the responses that the limit cut; 0 where it cut none, or where no limit would do
     * @param endless number of responses that no limit would have held, because the model repeated one phrase over and over
     * @param reason the most frequent reason given by an endpoint or the judge, untrusted; null where the model itself answered so
     */
    public record Loss(
            Outcome outcome,
            int count,
            int tokens,
            int endless,
            @Nullable String reason) {}

    public Losses {
        notScored = List.copyOf(notScored);
    }

    /**
     * Why fewer than this share was scored: because of the judge or the endpoint if the share could have been reached without what they
     * lost, otherwise because of the responses themselves.
     */
    public Cause causeBelow(double share) {
        long judge = lostTo(Outcome.JUDGE_ERROR);
        long provider = lostTo(Outcome.PROVIDER_ERROR);
        if (scored + judge + provider < share * planned) {
            return Cause.COVERAGE;
        }
        return provider >= judge ? Cause.PROVIDER : Cause.JUDGE;
    }

    /** Number of responses with this outcome. */
    public int lostTo(Outcome outcome) {
        return notScored.stream()
                .filter(loss -> loss.outcome() == outcome)
                .mapToInt(Loss::count)
                .sum();
    }
}
