package dev.cultivar.engine;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.AnalysisOptions;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.gate.BaselineFiles;
import dev.cultivar.gate.BaselineRun;
import dev.cultivar.gate.GateEvaluation;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.model.Environment;
import dev.cultivar.report.AgainstBaseline;
import dev.cultivar.report.BaselineFacts;
import dev.cultivar.report.FailedCheck;
import dev.cultivar.report.ResultsFile;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.SuiteReport;
import dev.cultivar.run.CellKey;
import dev.cultivar.run.LiveParticipants;
import dev.cultivar.run.Purse;
import dev.cultivar.run.RunPlan;
import dev.cultivar.run.RunRecord;
import dev.cultivar.run.SuiteRun;
import dev.cultivar.settings.Budget;
import dev.cultivar.settings.Parameters;
import dev.cultivar.settings.ProgressInterval;
import dev.cultivar.settings.Setting;
import dev.cultivar.settings.SettingsException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pipeline of users' runs. */
final class LivePipeline implements SuitePipeline {

    private final Environment keys;
    private final PrintStream console;

    /** All suites spend from one budget. */
    private final Map<String, Purse> purses = new ConcurrentHashMap<>();

    LivePipeline() {
        this(Environment.system(), System.out);
    }

    /**
     * @param keys where keys are
     * @param console where tables are printed
     */
    LivePipeline(Environment keys, PrintStream console) {
        this.keys = keys;
        this.console = console;
    }

    @Override
    public Running start(PlannedSuite suite, Set<CellKey> cells) {
        RunReports.of(suite.plan().settings()).forgetBaseline(suite.plan().suite());
        Optional<Purse> purse = Budget.of(suite.plan().settings())
                .map(budget -> purses.computeIfAbsent(budget.text(), text -> new Purse(budget)));
        LiveParticipants participants = LiveParticipants.open(suite.plan(), keys, purse);
        try {
            requireJudge(suite.plan(), participants);
            SuiteRun run = SuiteRun.start(suite.plan(), cells, participants);
            List<AutoCloseable> companions = new ArrayList<>();
            ProgressInterval.of(suite.plan().settings())
                    .ifPresent(interval -> companions.add(ProgressPrinter.start(
                            suite.definition().type().getSimpleName(),
                            console,
                            interval,
                            console == System.out && ProgressPrinter.onTerminal(),
                            run::progress)));
            companions.add(ShutdownReport.armed(() -> {
                run.cancel();
                report(Conclusion.interrupted(run.interrupted()), List.of());
            }));
            return new LiveRun(run, companions);
        } catch (RuntimeException e) {
            participants.close();
            throw e;
        }
    }

    /** Without a judge no answer is worth its price. A model out of reach costs nothing, and its cells say so. */
    private static void requireJudge(RunPlan plan, LiveParticipants participants) {
        String judge = plan.settings().judge().value().model().name();
        String reason = participants.unreachable().get(judge);
        if (reason != null) {
            throw new SettingsException("the judge " + judge + " cannot be asked: " + reason);
        }
    }

    @Override
    public Conclusion conclude(PlannedSuite suite, RunRecord record, boolean whole) {
        AnalysisOptions options =
                suite.gatePlan().require(AnalysisOptions.of(suite.plan().settings()));
        Analysis analysis = new RunAnalysis(suite.plan().populations(), options).of(record);
        Map<GateLeaf, GateVerdict> verdicts = whole ? verdicts(suite, record, analysis) : Map.of();
        if (!record.complete()) {
            return new Conclusion(record, analysis.estimates(), verdicts);
        }
        RunPlan plan = record.plan();
        BaselineRun own = BaselineFiles.of(record, analysis, BaselineFacts.of(plan.settings(), environment(plan)));
        BaselineFiles.write(own, RunReports.of(plan.settings()).baseline(plan.suite()));
        return new Conclusion(
                record,
                analysis.estimates(),
                verdicts,
                AgainstBaseline.of(record, own, new BaselineFiles(folder(plan)), verdicts));
    }

    private static Map<GateLeaf, GateVerdict> verdicts(PlannedSuite suite, RunRecord record, Analysis analysis) {
        List<GateVerdict> decided = new GateEvaluation(record, analysis, new BaselineFiles(folder(record.plan())))
                .verdicts(suite.gatePlan());
        if (decided.size() != suite.gates().size()) {
            throw new IllegalStateException(
                    decided.size() + " verdicts for " + suite.gates().size() + " gates");
        }
        Map<GateLeaf, GateVerdict> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < decided.size(); i++) {
            verdicts.put(suite.gates().get(i), decided.get(i));
        }
        return verdicts;
    }

    @Override
    public List<Path> report(Conclusion conclusion, List<FailedCheck> failedChecks) {
        SuiteReport report = new SuiteReport(
                conclusion.run(),
                conclusion.estimates(),
                List.copyOf(conclusion.verdicts().values()),
                failedChecks,
                environment(conclusion.run().plan()),
                conclusion.against());
        RunReports reports = RunReports.of(conclusion.run().plan().settings());
        reports.forgetAllBut(SuiteClasses::exists);
        reports.write(report);
        console.print(RunReports.console(report));
        console.flush();
        return List.of(conclusion.run().plan().settings().output().value().resolve(ResultsFile.NAME));
    }

    private static dev.cultivar.report.Environment environment(RunPlan plan) {
        return dev.cultivar.report.Environment.current(folder(plan), System.getenv());
    }

    /** The module's folder. */
    private static Path folder(RunPlan plan) {
        Setting<String> given = plan.settings().others().get(Parameters.BASEDIR);
        return Path.of(given == null ? "" : given.value()).toAbsolutePath();
    }
}
