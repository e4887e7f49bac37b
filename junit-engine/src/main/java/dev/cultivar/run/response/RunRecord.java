package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run of a suite found, before any statistic. Everything else is recomputed from this.
 *
 * @param plan what was planned
 * @param complete whether every planned cell was asked; false for a run of selected cells
 * @param interrupted whether the run was stopped before it was done, and so holds only the cells and looks that were
 * @param cells one for each cell that was asked, in the plan's order
 * @param responses one for each planned prompt of those cells, up to the look at which their model and language were asked no more
 * @param backends model and fingerprint as the endpoints returned them, by model name; untrusted
 * @param spent tokens by model name, the judge under its own
 * @param account what was paid, and what the store saved
 * @param canaries by model name, the judge by {@code NAME (judge)}, what was asked anew of those of whom answers were used that are older
 *     than the run
 * @param started when the first prompt was sent
 * @param finished when the last stance arrived
 */
public record RunRecord(
        RunPlan plan,
        boolean complete,
        boolean interrupted,
        List<CellRecord> cells,
        List<ResponseRecord> responses,
        SortedMap<String, List<String>> backends,
        SortedMap<String, Usage> spent,
        RunAccount account,
        SortedMap<String, Canary> canaries,
        Instant started,
        Instant finished) {
    public RunRecord {
        cells = List.copyOf(cells);
        responses = List.copyOf(responses);
        canaries = Collections.unmodifiableSortedMap(new TreeMap<>(canaries));
    }

    /**
     * What was known at a look: of each model and language the responses up to it, or all where it was not asked as far.
     *
     * @param look from 0
     */
    public RunRecord upTo(int look) {
        int asked = plan.looks().upTo().get(look);
        List<ResponseRecord> known =
                responses.stream().filter(response -> response.sample() < asked).toList();
        if (known.size() == responses.size()) {
            return this;
        }
        Map<CellKey, List<ResponseRecord>> byCell = known.stream().collect(Collectors.groupingBy(ResponseRecord::cell));
        boolean cut = known.stream().anyMatch(response -> response.outcome() == Outcome.OVER_BUDGET);
        return new RunRecord(
                plan,
                complete,
                interrupted,
                cells.stream()
                        .map(cell -> CellRecord.of(cell.key(), byCell.getOrDefault(cell.key(), List.of())))
                        .toList(),
                known,
                backends,
                spent,
                new RunAccount(account.models(), account.budget(), cut),
                canaries,
                started,
                finished);
    }

    /** How many looks it has of the model and language that was asked longest. */
    public int looks() {
        LookPlan looks = plan.looks();
        return responses.stream()
                        .mapToInt(response -> looks.look(response.sample()))
                        .max()
                        .orElse(0)
                + 1;
    }

    /** A record without account. */
    public RunRecord(
            RunPlan plan,
            boolean complete,
            List<CellRecord> cells,
            List<ResponseRecord> responses,
            SortedMap<String, List<String>> backends,
            SortedMap<String, Usage> spent,
            Instant started,
            Instant finished) {
        this(
                plan,
                complete,
                false,
                cells,
                responses,
                backends,
                spent,
                RunAccount.NONE,
                new TreeMap<>(),
                started,
                finished);
    }
}
