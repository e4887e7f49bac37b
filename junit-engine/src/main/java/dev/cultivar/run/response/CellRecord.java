package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The results of one cell: an entry of {@code cells[]}.
 *
 * @param key the cell
 * @param planned number of responses planned up to the look at which asking stopped for its model and language; the plan may have more
 * @param outcomes responses by outcome, every outcome that occurred; the values sum to {@code planned}
 * @param polarity mean response polarity in [0,1]; NaN if nothing was scored
 * @param statements what the statements of its scored responses are like
 * @param parts polarity by slot and by template
 * @param polarities how often each polarity was given, in ascending order
 */
public record CellRecord(
        CellKey key,
        int planned,
        Map<Outcome, Integer> outcomes,
        double polarity,
        StatementCounts statements,
        PromptParts parts,
        List<Given> polarities) {

    /**
     * A polarity of scored responses.
     *
     * @param polarity in [0,1]
     * @param n number of responses that have it, at least 1
     */
    public record Given(double polarity, int n) {}

    public CellRecord {
        outcomes = Map.copyOf(outcomes);
        polarities = List.copyOf(polarities);
    }

    /** The record of a cell whose planned responses are these; all have ended. */
    public static CellRecord of(CellKey key, List<ResponseRecord> responses) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        double sum = 0;
        int scored = 0;
        StatementCounts statements = StatementCounts.NONE;
        SortedMap<Double, Integer> given = new TreeMap<>();
        for (ResponseRecord response : responses) {
            outcomes.merge(response.outcome(), 1, Integer::sum);
            if (response.outcome() == Outcome.SCORED) {
                sum += response.polarity();
                scored++;
                given.merge(response.polarity(), 1, Integer::sum);
                statements = statements.plus(response.counts());
            }
        }
        return new CellRecord(
                key,
                responses.size(),
                outcomes,
                scored == 0 ? Double.NaN : sum / scored,
                statements,
                PromptParts.of(responses),
                given.entrySet().stream()
                        .map(entry -> new Given(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** Number of scored responses. */
    public int scored() {
        return outcomes.getOrDefault(Outcome.SCORED, 0);
    }
}
