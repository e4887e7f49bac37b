package dev.cultivar.engine;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.AnalysisOptions;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.calibration.CalibratedJudge;
import dev.cultivar.gate.BaselineFiles;
import dev.cultivar.gate.GateEvaluation;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.gate.GateSpec;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.model.Environment;
import dev.cultivar.report.FailedCheck;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.SuiteReport;
import dev.cultivar.run.CellKey;
import dev.cultivar.run.LiveParticipants;
import dev.cultivar.run.PlanException;
import dev.cultivar.run.RunPlan;
import dev.cultivar.run.RunRecord;
import dev.cultivar.run.SuiteRun;
import dev.cultivar.settings.Parameters;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pipeline of users' runs. */
final class LivePipeline implements SuitePipeline {

    /** The last analysis, since the verdicts and the reports of a run want the same one. */
    private volatile @Nullable Analysed last;

    private record Analysed(RunRecord run, Analysis analysis) {}

    @Override
    public List<PlannedGate> gates(RunPlan plan, List<GateSpec> declared) {
        GatePlan gates = gatePlan(plan, declared);
        List<String> problems = Stream.concat(
                        gates.problems().stream(), CalibratedJudge.problems(plan.settings()).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new PlanException(problems.stream()
                    .map(problem -> plan.suite() + ": " + problem)
                    .toList());
        }
        return gates.leaves().stream().map(LivePipeline::planned).toList();
    }

    private static GatePlan gatePlan(RunPlan plan, List<GateSpec> declared) {
        RunSettings settings = plan.settings();
        return GatePlan.of(
                declared, settings.models().value(), settings.languages().value(), plan.populations(), plan.topics());
    }

    /** The id leaves the threshold out, so that a gate keeps its name when its bound is moved. */
    private static PlannedGate planned(GateLeaf leaf) {
        GateSpec spec = leaf.spec();
        String id = Stream.of(
                        Optional.of(spec.kind().name()),
                        Optional.ofNullable(leaf.model()),
                        Optional.ofNullable(leaf.family()),
                        Optional.of(leaf.language()),
                        Optional.ofNullable(leaf.population()),
                        spec.metric().filter(metric -> !metric.equals("spearman") && !metric.equals("paired")),
                        spec.baseline())
                .flatMap(Optional::stream)
                .reduce((left, right) -> left + " " + right)
                .orElseGet(() -> spec.kind().name().toLowerCase(Locale.ROOT));
        return new PlannedGate(
                id,
                spec,
                Optional.ofNullable(leaf.model()),
                Optional.of(leaf.language()),
                Optional.ofNullable(leaf.population()));
    }

    @Override
    public Running start(PlannedSuite suite, Set<CellKey> cells) {
        LiveParticipants participants = LiveParticipants.open(suite.plan(), Environment.system());
        try {
            return new LiveRun(participants, SuiteRun.start(suite.plan(), cells, participants));
        } catch (RuntimeException e) {
            participants.close();
            throw e;
        }
    }

    @Override
    public Map<PlannedGate, GateVerdict> verdicts(PlannedSuite suite, RunRecord record) {
        GatePlan gates = gatePlan(suite.plan(), suite.definition().gates());
        List<GateVerdict> verdicts = new GateEvaluation(
                        record, analysis(suite, record), new BaselineFiles(folder(suite.plan())))
                .verdicts(gates);
        Map<PlannedGate, GateVerdict> byGate = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            byGate.put(planned(gates.leaves().get(i)), verdicts.get(i));
        }
        return byGate;
    }

    /** The module's folder. */
    private static Path folder(RunPlan plan) {
        Setting<String> given = plan.settings().others().get(Parameters.BASEDIR);
        return Path.of(given == null ? "" : given.value()).toAbsolutePath();
    }

    @SuppressWarnings("ReferenceEquality") // the very same run is meant; comparing its responses would be slow
    private Analysis analysis(PlannedSuite suite, RunRecord record) {
        Analysed known = last;
        if (known != null && known.run() == record) {
            return known.analysis();
        }
        GatePlan gates = gatePlan(suite.plan(), suite.definition().gates());
        AnalysisOptions options = gates.require(AnalysisOptions.of(suite.plan().settings()));
        Analysis analysis = new RunAnalysis(suite.plan().populations(), options).of(record);
        last = new Analysed(record, analysis);
        return analysis;
    }

    @Override
    public List<Path> report(
            PlannedSuite suite,
            RunRecord record,
            Map<PlannedGate, GateVerdict> verdicts,
            List<FailedCheck> failedChecks) {
        SuiteReport report = new SuiteReport(
                record,
                analysis(suite, record).estimates(),
                List.copyOf(verdicts.values()),
                failedChecks,
                dev.cultivar.report.Environment.current(folder(suite.plan()), System.getenv()));
        RunReports.of(suite.plan().settings()).write(report);
        System.out.print(RunReports.console(report));
        return List.of(suite.plan().settings().output().value().resolve("results.json"));
    }
}
