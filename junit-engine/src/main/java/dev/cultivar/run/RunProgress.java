package dev.cultivar.run;

import dev.cultivar.api.Outcome;
import dev.cultivar.model.limits.InFlight;
import dev.cultivar.run.cost.RunAccount;
import java.time.Duration;
import java.util.Map;

/**
 * A run's progress.
 *
 * @param done number of responses that have ended
 * @param planned number of responses in total
 * @param outcomes number of ended responses by outcome
 * @param account what has been paid and saved so far
 * @param retries number of requests that were sent again
 * @param inFlight requests in flight
 * @param elapsed time since the start
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
