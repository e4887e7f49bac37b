package dev.cultivar.engine;

import dev.cultivar.run.CellKey;
import dev.cultivar.run.CellRecord;
import dev.cultivar.run.LiveParticipants;
import dev.cultivar.run.ResponseRecord;
import dev.cultivar.run.RunRecord;
import dev.cultivar.run.SuiteRun;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A run of real endpoints under way. */
final class LiveRun implements SuitePipeline.Running {

    private final LiveParticipants participants;
    private final SuiteRun run;

    LiveRun(LiveParticipants participants, SuiteRun run) {
        this.participants = participants;
        this.run = run;
    }

    @Override
    public Map<String, String> unreachable() {
        return participants.unreachable();
    }

    @Override
    public CompletableFuture<CellRecord> cell(CellKey cell) {
        return run.cell(cell);
    }

    @Override
    public List<String> complaints(CellKey cell) {
        Map<String, Long> counts = run.responses(cell).stream()
                .map(ResponseRecord::detail)
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.groupingBy(detail -> detail, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public CompletableFuture<RunRecord> record() {
        return run.record();
    }

    @Override
    public void cancel() {
        run.cancel();
    }

    @Override
    public void close() {
        run.close();
    }
}
