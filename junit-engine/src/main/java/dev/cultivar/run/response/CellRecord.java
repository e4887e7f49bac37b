package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import java.util.Map;

/**
 * What one cell came to: an entry of {@code cells[]}.
 *
 * @param key the cell
 * @param planned responses planned
 * @param outcomes responses by outcome, every outcome that occurred; the values sum to {@code planned}
 * @param polarity mean response polarity in [0,1], NaN where nothing was scored
 */
public record CellRecord(CellKey key, int planned, Map<Outcome, Integer> outcomes, double polarity) {
    public CellRecord {
        outcomes = Map.copyOf(outcomes);
    }

    /** Number of scored responses. */
    public int scored() {
        return outcomes.getOrDefault(Outcome.SCORED, 0);
    }
}
