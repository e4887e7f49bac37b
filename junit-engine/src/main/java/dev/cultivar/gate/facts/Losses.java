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
}
