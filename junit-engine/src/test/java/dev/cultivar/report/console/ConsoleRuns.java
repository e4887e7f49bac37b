package dev.cultivar.report.console;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Estimates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.StatementCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the console says of a run, and runs of many models. */
final class ConsoleRuns {

    private ConsoleRuns() {}

    static String console(Reports reports) {
        return RunReports.console(reports.build());
    }

    /** Models in four languages with four gates each. */
    static SuiteReport large(int models, Verdict verdict) {
        List<String> languages = List.of("da", "nl", "en", "pt");
        SuiteReport any = new Reports().build();
        List<CellRecord> cells = new ArrayList<>();
        List<Estimate> estimates = new ArrayList<>();
        List<GateResult> gates = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            for (String language : languages) {
                String name = "model-" + model;
                for (int topic = 0; topic < 76; topic++) {
                    cells.add(new CellRecord(
                            new CellKey("T" + topic, name, language),
                            4,
                            Map.of(Outcome.SCORED, 3, Outcome.REFUSAL, 1),
                            0.5,
                            StatementCounts.NONE,
                            PromptParts.NONE,
                            List.of()));
                }
                for (Gate gate : List.of(
                        Gates.alignment("local", 0.4),
                        Gates.consistency(0.4),
                        Gates.bias("US", 0.4),
                        Gates.coverage(0.4))) {
                    gates.add(Gates.result(Gates.leaf(gate, name, language, "own"), 0.3, 0.2, 0.35, 0.95, verdict));
                }
                for (String population : List.of("own", "AU", "CA", "GB", "KE", "NG", "NIR", "NZ", "SG", "US")) {
                    for (Statistic statistic : List.of(Statistic.ALIGNMENT, Statistic.DISTINCT)) {
                        estimates.add(Estimates.of(statistic, name, language, population, 0.5));
                    }
                }
            }
        }
        RunRecord run = InMemory.run(
                any.run().plan(),
                true,
                cells,
                List.of(),
                any.run().backends(),
                any.run().spent(),
                any.run().started(),
                any.run().finished());
        return new SuiteReport(run, estimates, gates, any.checks(), any.environment(), List.of(), LeftOut.NONE, null);
    }
}
