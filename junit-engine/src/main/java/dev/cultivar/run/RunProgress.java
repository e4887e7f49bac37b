package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.run.cost.RunAccount;
import java.time.Duration;
import java.util.Map;

/**
 * How far a run is.
 *
 * @param done responses that have ended
 * @param planned responses in all
 * @param outcomes those that have ended by outcome
 * @param account what was paid and saved so far
 * @param retries requests that were sent again
 * @param inFlight requests in flight
 * @param elapsed since the start
 */
public record RunProgress(
        int done,
        int planned,
        Map<Outcome, Integer> outcomes,
        RunAccount account,
        long retries,
        InFlight inFlight,
        Duration elapsed) {
    public RunProgress {
        outcomes = Map.copyOf(outcomes);
    }
}
