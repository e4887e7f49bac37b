package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run of a suite found, before any statistics. Everything else is recomputed from this. Responses may be on disk: each iteration
 * reads them again, and a caller that collects them has all of them in memory.
 *
 * @param plan the run's plan
 * @param complete whether every planned cell was asked; false for a run of selected cells
 * @param interrupted whether the run was stopped early and so contains only the cells and looks that were finished
 * @param cells one record for each cell that was asked, in the plan's order
 * @param byCell the responses of those cells in the plan's order: one for each planned prompt, up to the look at which asking stopped for
 *     their model and language
 * @param backends model and fingerprint as the endpoints returned them, by model name; untrusted
 * @param spent tokens by model name, the judge under its own
 * @param account what was paid, and what the store saved
 * @param canaries what was asked again of those whose answers from before the run were used, by model name, the judge under
 *     {@code NAME (judge)}
 * @param started when the first prompt was sent
 * @param finished when the last stance arrived
 */
public record RunRecord(
        RunPlan plan,
        boolean complete,
        boolean interrupted,
        List<CellRecord> cells,
        Map<CellKey, List<ResponseRecord>> byCell,
        SortedMap<String, List<String>> backends,
        SortedMap<String, Usage> spent,
        RunAccount account,
        SortedMap<String, Canary> canaries,
        Instant started,
        Instant finished) {
    public RunRecord {
        cells = List.copyOf(cells);
        byCell = Collections.unmodifiableMap(new LinkedHashMap<>(byCell));
        canaries = Collections.unmodifiableSortedMap(new TreeMap<>(canaries));
    }

    /** All responses, cell by cell. */
    public Stream<ResponseRecord> responses() {
        return byCell.values().stream().flatMap(List::stream);
    }

    /** The responses of one cell, in the plan's order; empty if it was not asked. */
    public List<ResponseRecord> responses(CellKey cell) {
        return byCell.getOrDefault(cell, List.of());
    }

    /** The responses of one model in one language, cell by cell. */
    public Stream<ResponseRecord> responses(SampleKey sample) {
        return byCell.entrySet().stream()
                .filter(cell -> cell.getKey().model().equals(sample.model())
                        && cell.getKey().language().equals(sample.language()))
                .flatMap(cell -> cell.getValue().stream());
    }

    /** How many responses there are. */
    public int size() {
        return byCell.values().stream().mapToInt(List::size).sum();
    }

    /**
     * The record as it was at a look: the responses of each model and language up to that look, or all of them if asking stopped earlier.
     *
     * @param look the look, counted from 0
     */
    public RunRecord upTo(int look) {
        int asked = plan.looks().upTo().get(look);
        Map<CellKey, List<ResponseRecord>> known = new LinkedHashMap<>();
        byCell.forEach((cell, responses) -> known.put(cell, before(asked, responses)));
        if (known.entrySet().stream()
                .allMatch(cell ->
                        cell.getValue().size() == responses(cell.getKey()).size())) {
            return this;
        }
        List<CellRecord> then = cells.stream()
                .map(cell -> CellRecord.of(cell.key(), known.getOrDefault(cell.key(), List.of())))
                .toList();
        boolean cut = then.stream().anyMatch(cell -> cell.outcomes().containsKey(Outcome.OVER_BUDGET));
        return new RunRecord(
                plan,
                complete,
                interrupted,
                then,
                known,
                backends,
                spent,
                new RunAccount(account.models(), account.budget(), cut),
                canaries,
                started,
                finished);
    }

    private static List<ResponseRecord> before(int sample, List<ResponseRecord> inOrder) {
        int known = 0;
        int many = inOrder.size();
        while (known < many) {
            int middle = (known + many) >>> 1;
            if (inOrder.get(middle).sample() < sample) {
                known = middle + 1;
            } else {
                many = middle;
            }
        }
        return inOrder.subList(0, many);
    }

    /** Number of looks at the model and language that was asked longest. */
    public int looks() {
        LookPlan looks = plan.looks();
        return byCell.values().stream()
                        .filter(responses -> !responses.isEmpty())
                        .mapToInt(responses ->
                                looks.look(responses.get(responses.size() - 1).sample()))
                        .max()
                        .orElse(0)
                + 1;
    }
}
