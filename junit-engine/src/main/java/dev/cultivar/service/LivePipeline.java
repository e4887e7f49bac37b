package dev.cultivar.service;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.policy.PolicyBreaches;
import dev.cultivar.policy.PolicyFile;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.words.CostWords;
import dev.cultivar.report.words.LookWords;
import dev.cultivar.report.words.PlanWords;
import dev.cultivar.results.OwnChecks;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.baseline.BaselineComparison;
import dev.cultivar.results.baseline.BaselineFacts;
import dev.cultivar.results.provenance.AnswersDigest;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.run.LiveParticipants;
import dev.cultivar.run.StopRule;
import dev.cultivar.run.SuiteRun;
import dev.cultivar.run.cost.BudgetGuard;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuiteClasses;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The pipeline for real runs. */
public final class LivePipeline implements SuitePipeline {

    private final KeySource keys;
    private final PrintStream console;
    private final Backoff backoff;

    /** All suites share one budget. */
    private final Map<String, BudgetGuard> purses = new ConcurrentHashMap<>();

    /** From a suite's start to its report, by suite name. */
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();

    /**
     * What its report needs of a suite's start.
     *
     * @param looks taken so far, which saves repeating them; empty if only part of the suite is asked
     * @param printer empty if no progress is reported
     */
    private record UnderWay(LeftOut leftOut, Optional<SuiteLooks> looks, Optional<ProgressPrinter> printer) {}

    public LivePipeline() {
        this(KeySource.system(), System.out, Backoff.DEFAULT);
    }

    /**
     * @param keys where to find API keys
     * @param console where to print tables
     * @param backoff how long to wait before a request is sent again
     */
    public LivePipeline(KeySource keys, PrintStream console, Backoff backoff) {
        this.keys = keys;
        this.console = console;
        this.backoff = backoff;
    }

    @Override
    public Running start(PlannedSuite suite, Set<CellKey> cells) {
        RunReports.of(suite.plan().settings()).forgetBaseline(suite.plan().suite());
        LeftOut leftOut = suite.leavesOut();
        Optional<BudgetGuard> purse = suite.plan()
                .settings()
                .value(Settings.BUDGET)
                .map(budget -> purses.computeIfAbsent(budget.text(), text -> new BudgetGuard(budget)));
        if (cells.size() == suite.plan().cells().size() && !quiet(suite.plan())) {
            sayWhatIsForeseen(suite);
        }
        LiveParticipants participants = LiveParticipants.open(suite.plan(), keys, purse, backoff);
        try {
            requireJudge(suite.plan(), participants);
            Optional<SuiteLooks> looks = looks(suite, cells);
            SuiteRun run = SuiteRun.start(
                    suite.plan(),
                    cells,
                    participants,
                    looks.map(SuiteLooks::rule).orElse(StopRule.NEVER));
            Optional<ProgressPrinter> printer = printer(suite, run);
            underWay.put(suite.plan().suite(), new UnderWay(leftOut, looks, printer));
            ShutdownReport atShutdown = ShutdownReport.armed(() -> {
                run.cancel();
                report(SuiteConclusion.interrupted(run.interrupted(), null), OwnChecks.NONE);
            });
            return new LiveRun(
                    run,
                    Stream.<AutoCloseable>concat(printer.stream(), Stream.of(atShutdown))
                            .toList());
        } catch (RuntimeException e) {
            participants.close();
            throw e;
        }
    }

    /**
     * Prints, before anything is paid for, which gates have nothing to compare with, whatever the answers, and whether the answers will
     * hardly fit into memory.
     */
    private void sayWhatIsForeseen(PlannedSuite suite) {
        Stream.of(
                        PlanWords.foreseen(suite.earlier().foreseen(suite.gates())),
                        PlanWords.stray(suite.strayBaseline()),
                        CostWords.memory(suite.plan(), Runtime.getRuntime().maxMemory()).stream()
                                .toList())
                .flatMap(List::stream)
                .forEach(line ->
                        console.println(PlainText.line(suite.definition().type().getSimpleName() + ": " + line, 600)));
        console.flush();
    }

    /** Whether only the verdicts are to be printed. */
    private static boolean quiet(RunPlan plan) {
        return plan.settings().value(Settings.PRINT).contains(Settings.Print.VERDICTS);
    }

    private Optional<ProgressPrinter> printer(PlannedSuite suite, SuiteRun run) {
        return suite.plan()
                .settings()
                .value(Settings.PROGRESS)
                .every()
                .filter(interval -> !quiet(suite.plan()))
                .map(interval -> ProgressPrinter.start(
                        suite.definition().type().getSimpleName(),
                        console,
                        interval,
                        console == System.out && ProgressPrinter.onTerminal(),
                        run::progress));
    }

    /** If only part of a suite is selected, no gate is decided, so the whole part is asked. */
    private Optional<SuiteLooks> looks(PlannedSuite suite, Set<CellKey> cells) {
        if (cells.size() < suite.plan().cells().size()) {
            return Optional.empty();
        }
        return Optional.of(new SuiteLooks(suite, suite.baselines(), standing -> {
            if (!quiet(suite.plan())) {
                console.println(
                        PlainText.text(LookWords.of(suite.definition().type().getSimpleName(), standing)));
                console.flush();
            }
        }));
    }

    /** Without a judge, paying for answers is pointless. An unreachable model costs nothing, and its cells report it. */
    private static void requireJudge(RunPlan plan, LiveParticipants participants) {
        String judge = plan.settings().judge().value().model().name();
        String reason = participants.unreachable().get(judge);
        if (reason != null) {
            throw new SettingsException("the judge " + judge + " cannot be asked: " + reason);
        }
    }

    @Override
    public SuiteConclusion conclude(PlannedSuite suite, RunRecord record, boolean whole) {
        requireAllowedReplay(record);
        enter(
                record,
                "computing statistics and deciding " + Plural.of(suite.gates().size(), "gate"));
        AnalysisOptions options =
                suite.gatePlan().require(AnalysisOptions.of(suite.plan().settings()));
        Analysis analysis = new RunAnalysis(suite.plan().populations(), options).of(record);
        Map<GateLeaf, GateResult> verdicts = whole ? verdicts(suite, record, analysis) : Map.of();
        if (!record.complete() || record.account().overBudget()) {
            // An interrupted run is neither compared with a baseline nor becomes one.
            return new SuiteConclusion(record, analysis.estimates(), verdicts);
        }
        RunPlan plan = record.plan();
        BaselineRun own =
                BaselineFiles.of(record, analysis, BaselineFacts.of(record, suite.gates(), environment(plan)));
        BaselineFiles.write(own, RunReports.of(plan.settings()).baseline(plan.suite()));
        return new SuiteConclusion(
                record,
                analysis.estimates(),
                verdicts,
                BaselineComparison.of(record, own, suite.baselines(), verdicts));
    }

    /** Only now is it known which answers a replay decides on. */
    private static void requireAllowedReplay(RunRecord record) {
        RunPlan plan = record.plan();
        if (plan.settings().value(Settings.MODE) == StoreMode.REPLAY) {
            PolicyFile.of(plan.settings().module())
                    .filter(policy -> policy.replay().isPresent())
                    .ifPresent(policy ->
                            requireNone(PolicyBreaches.ofReplay(policy, plan.suite(), AnswersDigest.of(record))));
        }
    }

    private static void requireNone(List<String> breaches) {
        if (!breaches.isEmpty()) {
            throw new SettingsException(breaches.get(0));
        }
    }

    private Map<GateLeaf, GateResult> verdicts(PlannedSuite suite, RunRecord record, Analysis analysis) {
        SuiteLooks seen = underWay(record.plan())
                .flatMap(UnderWay::looks)
                .orElseGet(() -> new SuiteLooks(suite, suite.baselines(), standing -> {}));
        List<GateResult> decided = seen.ended(record, analysis).verdicts();
        if (decided.size() != suite.gates().size()) {
            throw new IllegalStateException(
                    decided.size() + " verdicts for " + suite.gates().size() + " gates");
        }
        Map<GateLeaf, GateResult> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < decided.size(); i++) {
            verdicts.put(suite.gates().get(i), decided.get(i));
        }
        return verdicts;
    }

    @Override
    public List<Path> report(SuiteConclusion conclusion, OwnChecks checks) {
        SuiteReport report = new SuiteReport(
                conclusion.run(),
                conclusion.estimates(),
                List.copyOf(conclusion.verdicts().values()),
                checks,
                environment(conclusion.run().plan()),
                conclusion.against(),
                underWay(conclusion.run().plan()).map(UnderWay::leftOut).orElse(LeftOut.NONE),
                conclusion.brokeOff());
        RunReports reports = RunReports.of(conclusion.run().plan().settings());
        reports.forgetAllBut(SuiteClasses::exists);
        reports.write(report, file -> enter(conclusion.run(), "writing " + file));
        Optional.ofNullable(underWay.remove(conclusion.run().plan().suite()))
                .flatMap(UnderWay::printer)
                .ifPresent(ProgressPrinter::close);
        console.print(RunReports.console(report));
        console.flush();
        return List.of(conclusion.run().plan().settings().value(Settings.OUTPUT).resolve(ResultsFile.NAME));
    }

    private Optional<UnderWay> underWay(RunPlan plan) {
        return Optional.ofNullable(underWay.get(plan.suite()));
    }

    /** Reports what is done with a run after its last question, if the run reports progress. */
    private void enter(RunRecord record, String what) {
        underWay(record.plan()).flatMap(UnderWay::printer).ifPresent(printer -> printer.enter(record.size(), what));
    }

    private static RunEnvironment environment(RunPlan plan) {
        return RunEnvironment.current(plan.settings().module(), System.getenv());
    }
}
