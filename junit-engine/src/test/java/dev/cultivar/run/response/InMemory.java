package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.RunAccount;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Responses and runs that lie on no disk. */
public final class InMemory {

    private InMemory() {}

    public static ResponseRecord response(
            CellKey cell,
            int sample,
            String template,
            Slot slot,
            String prompt,
            String text,
            List<String> statements,
            List<Stance> stances,
            Outcome outcome,
            double polarity,
            String detail,
            Usage usage,
            Usage judgeUsage) {
        return new ResponseRecord(
                cell,
                sample,
                template,
                slot,
                prompt,
                new ResponseTexts.Content(text, statements),
                stances,
                outcome,
                polarity,
                new FailureReason(detail, 1),
                usage,
                judgeUsage,
                0,
                outcome == Outcome.SCORED ? StatementCounts.of(statements, cell.language(), 0) : StatementCounts.NONE);
    }

    /** Without account. */
    public static RunRecord run(
            RunPlan plan,
            boolean complete,
            List<CellRecord> cells,
            List<ResponseRecord> responses,
            SortedMap<String, List<String>> backends,
            SortedMap<String, Usage> spent,
            Instant started,
            Instant finished) {
        return new RunRecord(
                plan,
                complete,
                false,
                cells,
                byCell(responses),
                backends,
                spent,
                RunAccount.NONE,
                new TreeMap<>(),
                started,
                finished);
    }

    /** Each cell's in the order in which they come. */
    public static Map<CellKey, List<ResponseRecord>> byCell(List<ResponseRecord> responses) {
        return responses.stream()
                .collect(Collectors.groupingBy(
                        ResponseRecord::cell, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }
}
