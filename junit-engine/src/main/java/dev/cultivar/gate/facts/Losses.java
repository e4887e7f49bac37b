package dev.cultivar.gate.facts;

import dev.cultivar.api.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the planned responses of a gate's model and language.
 *
 * @param notScored in the order of outcomes, those that occurred
 */
public record Losses(long scored, long planned, List<Loss> notScored) {

    /**
     * Responses that ended without a score.
     *
     * @param tokens the largest limit that would have held those that one cut; 0 where none did, or none would
     * @param endless how many no limit would have held, as the model said one phrase over and over
     * @param reason the most frequent one that an endpoint or the judge gave, untrusted; null where the model itself answered so
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
     * Why fewer than this share was scored: the judge or the endpoint where the share could have been reached without what they lost, else
     * the responses themselves.
     */
    public Cause causeBelow(double share) {
        long judge = lostTo(Outcome.JUDGE_ERROR);
        long provider = lostTo(Outcome.PROVIDER_ERROR);
        if (scored + judge + provider < share * planned) {
            return Cause.COVERAGE;
        }
        return provider >= judge ? Cause.PROVIDER : Cause.JUDGE;
    }

    /** How many ended so. */
    public int lostTo(Outcome outcome) {
        return notScored.stream()
                .filter(loss -> loss.outcome() == outcome)
                .mapToInt(Loss::count)
                .sum();
    }
}
