package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.GateRow;

/** What reports say of facts that have no row yet. */
public final class FactSentences {

    private FactSentences() {}

    public static String of(GateResult result) {
        return GateSentences.of(GateRow.of("example.Suite", 0.95, result, ""));
    }

    public static String of(Estimate estimate) {
        return NoteWords.of(estimate.notes());
    }
}
