package dev.cultivar.engine;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.results.OwnChecks;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.service.SuiteConclusion;
import dev.cultivar.service.SuitePipeline;
import dev.cultivar.suite.PlannedSuite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers at once, and remembers what it was asked. */
final class FakePipeline implements SuitePipeline {

    final List<Set<CellKey>> asked = new ArrayList<>();
    final List<SuiteConclusion> reported = new ArrayList<>();
    OwnChecks checks = OwnChecks.NONE;
    final List<String> events = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    Function<CellKey, CompletableFuture<CellRecord>> answer =
            cell -> CompletableFuture.completedFuture(scored(cell, 8, 2));
    UnaryOperator<CompletableFuture<RunRecord>> ending = record -> record;
    Function<GateLeaf, Verdict> verdict = gate -> Verdict.PASS;

    /** Of every gate, whatever its verdict would be; null for that of its figures. */
    @Nullable
    GateOutcome outcome;

    Runnable onStart = () -> {};
    Runnable onReport = () -> {};
    int decisions;

    static CellRecord scored(CellKey cell, int scored, int refused) {
        return new CellRecord(
                cell,
                scored + refused,
                Map.of(Outcome.SCORED, scored, Outcome.REFUSAL, refused),
                scored == 0 ? Double.NaN : 0.25,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());
    }

    @Override
    public Running start(PlannedSuite suite, Set<CellKey> cells) {
        onStart.run();
        asked.add(cells);
        return new FakeRun(suite, cells);
    }

    @Override
    public SuiteConclusion conclude(PlannedSuite suite, RunRecord record, boolean whole) {
        decisions++;
        Map<GateLeaf, GateResult> verdicts = new LinkedHashMap<>();
        if (whole) {
            suite.gates().forEach(gate -> verdicts.put(gate, verdict(gate)));
        }
        return new SuiteConclusion(record, List.of(), verdicts);
    }

    private GateResult verdict(GateLeaf gate) {
        if (outcome != null) {
            return Gates.result(gate, outcome, LeaveOneOut.NONE);
        }
        return Gates.result(gate, 0.3996, 0.31, 0.48, 0.95, verdict.apply(gate));
    }

    @Override
    public List<Path> report(SuiteConclusion conclusion, OwnChecks made) {
        onReport.run();
        reported.add(conclusion);
        checks = made;
        return List.of(Path.of("results.json"));
    }

    private final class FakeRun implements Running {
        private final Map<CellKey, CompletableFuture<CellRecord>> cells = new LinkedHashMap<>();
        private final PlannedSuite suite;

        FakeRun(PlannedSuite suite, Set<CellKey> selected) {
            this.suite = suite;
            suite.plan().cells().stream()
                    .filter(selected::contains)
                    .forEach(cell -> cells.put(cell, answer.apply(cell)));
        }

        @Override
        public CompletableFuture<CellRecord> cell(CellKey cell) {
            return cells.get(cell);
        }

        @Override
        public List<String> complaints(CellKey cell) {
            return complaints;
        }

        @Override
        public CompletableFuture<RunRecord> record() {
            return ending.apply(CompletableFuture.allOf(cells.values().toArray(CompletableFuture[]::new))
                    .thenApply(nothing -> InMemory.run(
                            suite.plan(),
                            cells.size() == suite.plan().cells().size(),
                            cells.values().stream().map(CompletableFuture::join).toList(),
                            List.of(),
                            new TreeMap<>(),
                            new TreeMap<>(),
                            Instant.EPOCH,
                            Instant.EPOCH)));
        }

        @Override
        public RunRecord interrupted() {
            return InMemory.run(
                    suite.plan(),
                    false,
                    List.of(),
                    List.of(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Instant.EPOCH,
                    Instant.EPOCH);
        }

        @Override
        public void cancel() {
            events.add("cancelled");
            cells.values().forEach(cell -> cell.cancel(false));
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }
}
