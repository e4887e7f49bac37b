package dev.cultivar.report.allure;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.gate.Consistency;
import dev.cultivar.results.GateReferences;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.settings.RunSettings;
import java.util.List;
import java.util.Optional;

/**
 * What to read a gate's estimate against.
 *
 * @param points what populations would score; empty if the statistic compares with none
 * @param people the self-consistency of people; empty for other statistics
 * @param planned number of responses planned for the cells that it rests on
 * @param scored number of these that were scored
 */
record AllureGateFacts(Optional<ReferencePoints> points, Optional<ResultRow> people, long planned, long scored) {

    static AllureGateFacts of(GateRow gate, RunSettings settings, AllureEvidence evidence, GateReferences references) {
        List<CellRecord> cells = settings.models().value().stream()
                .filter(model -> gate.model() == null
                        ? model.family().equals(gate.family())
                        : model.name().equals(gate.model()))
                .flatMap(model -> evidence.cells(new SampleKey(model.name(), String.valueOf(gate.language()))).stream())
                .toList();
        return new AllureGateFacts(
                references.points(gate),
                gate.declared() instanceof Consistency ? references.people(gate) : Optional.empty(),
                cells.stream().mapToLong(CellRecord::planned).sum(),
                cells.stream().mapToLong(CellRecord::scored).sum());
    }

    /** The share of planned responses that were scored; NaN if none was planned. */
    double coverage() {
        return (double) scored / planned;
    }
}
