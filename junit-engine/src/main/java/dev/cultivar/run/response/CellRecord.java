package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one cell came to: an entry of {@code cells[]}.
 *
 * @param key the cell
 * @param planned responses planned up to the look at which its model and language were asked no more; the plan may have others
 * @param outcomes responses by outcome, every outcome that occurred; the values sum to {@code planned}
 * @param polarity mean response polarity in [0,1], NaN where nothing was scored
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
     * A polarity that scored responses have.
     *
     * @param polarity in [0,1]
     * @param n how many have it, at least 1
     */
    public record Given(double polarity, int n) {}

    public CellRecord {
        outcomes = Map.copyOf(outcomes);
        polarities = List.copyOf(polarities);
    }

    /** A cell of which these responses were planned and have ended. */
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
