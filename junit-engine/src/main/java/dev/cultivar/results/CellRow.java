package dev.cultivar.results;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.text.Decimals;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code cells[]}.
 *
 * @param outcomes responses by outcome; the values sum to {@code planned}
 * @param polarity mean response polarity in [0,1], null where nothing was scored
 * @param n responses scored
 * @param note why there is no polarity, or empty
 */
public record CellRow(
        String suite,
        String topic,
        String model,
        String language,
        int planned,
        SortedMap<String, Integer> outcomes,
        @Nullable Double polarity,
        int n,
        String note) {

    public static CellRow of(String suite, CellRecord cell) {
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        for (Map.Entry<Outcome, Integer> entry : cell.outcomes().entrySet()) {
            outcomes.put(entry.getKey().name(), entry.getValue());
        }
        Double polarity = Decimals.orNull(cell.polarity());
        return new CellRow(
                suite,
                cell.key().topic(),
                cell.key().model(),
                cell.key().language(),
                cell.planned(),
                outcomes,
                polarity,
                cell.scored(),
                polarity == null ? "no response was scored" : "");
    }
}
