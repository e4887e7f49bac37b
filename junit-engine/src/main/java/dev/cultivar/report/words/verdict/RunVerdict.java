package dev.cultivar.report.words.verdict;

import dev.cultivar.api.Verdict;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Plural;

/** The verdict on a whole run. */
public final class RunVerdict {

    private RunVerdict() {}

    /** One word for the whole run, and why if it is undecided. */
    public static String of(ResultsFile results) {
        if (!results.run().complete()) {
            return results.run().suites().stream().anyMatch(SuiteInfo::interrupted)
                    ? "NOT MEASURED: the run did not finish"
                    : "NOT DECIDED: only part of the planned cells was asked";
        }
        long unmeasured = GateRow.unmeasured(results.gates());
        if (GateRow.count(results.gates(), Verdict.FAIL)
                        + results.failedChecks().size()
                        + results.unscoredBesideGates()
                > 0) {
            return "FAIL" + (unmeasured == 0 ? "" : ", and " + Plural.of(unmeasured, "gate") + " not measured");
        }
        if (unmeasured > 0) {
            return "NOT MEASURED: " + MissedGates.why(results.gates());
        }
        if (GateRow.count(results.gates(), Verdict.INCONCLUSIVE) > 0) {
            return "INCONCLUSIVE";
        }
        if (GateRow.count(results.gates(), Verdict.PASS) == 0 && GateRow.uncompared(results.gates()) > 0) {
            return "NOT COMPARED: no gate had a usable baseline";
        }
        return GateRow.anyHolds(results.gates()) ? "PASS" : "NOT DECIDED: no gate is declared";
    }
}
