package dev.cultivar.run.response;

import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.RunPlan;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What a run of a suite found, before any statistic. Everything else is recomputed from this.
 *
 * @param plan what was planned
 * @param complete whether every planned cell was asked; false for a run of selected cells
 * @param interrupted whether the run was stopped before it was done, and so holds only the cells that were
 * @param cells one for each cell that was asked, in the plan's order
 * @param responses one for each planned prompt of those cells
 * @param backends model and fingerprint as the endpoints returned them, by model name; untrusted
 * @param spent tokens by model name, the judge under its own
 * @param account what was paid, and what the store saved
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
        Instant started,
        Instant finished) {
    public RunRecord {
        cells = List.copyOf(cells);
        responses = List.copyOf(responses);
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
        this(plan, complete, false, cells, responses, backends, spent, RunAccount.NONE, started, finished);
    }
}
