package dev.cultivar.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.cultivar.api.Outcome;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.run.response.Unanswered;
import dev.cultivar.text.Decimals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code cells[]}. If nothing was scored, the file also says so in words for people, as {@code note}, which is never read
 * back.
 *
 * @param outcomes responses by outcome; the values sum to {@code planned}
 * @param polarity mean response polarity in [0,1]; null if nothing was scored
 * @param n number of scored responses
 * @param populations share in favour by name of the populations that the run compares with in this language
 * @param world the mean share of the other countries, by name of each population whose distinct alignment is reported
 * @param statements what the statements of the scored responses are like
 * @param parts mean polarity and number of the scored responses by slot and by template
 * @param polarities how often each polarity was given
 */
@JsonIgnoreProperties("note")
public record CellRow(
        String suite,
        String topic,
        String model,
        String language,
        int planned,
        SortedMap<String, Integer> outcomes,
        @Nullable Double polarity,
        int n,
        SortedMap<String, Double> populations,
        SortedMap<String, Double> world,
        StatementCounts statements,
        PromptParts parts,
        List<CellRecord.Given> polarities) {

    private static final Set<String> UNANSWERED =
            Unanswered.OUTCOMES.stream().map(Outcome::name).collect(Collectors.toUnmodifiableSet());

    /** Whether nobody answered because the endpoint, the judge or the budget failed, which says nothing about the model. */
    public boolean wentUnanswered() {
        return n == 0 && UNANSWERED.containsAll(outcomes.keySet());
    }

    /** Whether it has no scored response, which makes its leaf red, whatever gates say about the rest. */
    public boolean lacksScore() {
        return n == 0;
    }

    /** Whether it has no scored response although the model answered. */
    public boolean lacksScoreThoughAnswered() {
        return lacksScore() && !wentUnanswered();
    }

    /** A row without figures of people. */
    public static CellRow of(String suite, CellRecord cell) {
        return of(suite, cell, new TreeMap<>(), new TreeMap<>());
    }

    static CellRow of(
            String suite, CellRecord cell, SortedMap<String, Double> populations, SortedMap<String, Double> world) {
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        for (Map.Entry<Outcome, Integer> entry : cell.outcomes().entrySet()) {
            outcomes.put(entry.getKey().name(), entry.getValue());
        }
        return new CellRow(
                suite,
                cell.key().topic(),
                cell.key().model(),
                cell.key().language(),
                cell.planned(),
                outcomes,
                Decimals.orNull(cell.polarity()),
                cell.scored(),
                populations,
                world,
                cell.statements(),
                cell.parts(),
                cell.polarities());
    }
}
