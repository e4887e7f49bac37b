package dev.cultivar.report.allure;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.gate.Consistency;
import dev.cultivar.results.GateReferences;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.settings.ModelSettings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a gate's estimate is read against.
 *
 * @param points what populations would score; empty where the statistic compares with none
 * @param people the self-consistency of people; empty of other statistics
 * @param planned responses of the cells that it rests on
 * @param scored of these
 */
record AllureGateFacts(Optional<ReferencePoints> points, Optional<ResultRow> people, long planned, long scored) {

    static AllureGateFacts of(GateRow gate, SuiteReport report, GateReferences references) {
        Set<String> models = report.run().plan().settings().models().value().stream()
                .filter(model -> gate.model() == null
                        ? model.family().equals(gate.family())
                        : model.name().equals(gate.model()))
                .map(ModelSettings::name)
                .collect(Collectors.toSet());
        long planned = 0;
        long scored = 0;
        for (CellRecord cell : report.run().cells()) {
            if (models.contains(cell.key().model()) && cell.key().language().equals(gate.language())) {
                planned += cell.planned();
                scored += cell.scored();
            }
        }
        return new AllureGateFacts(
                references.points(gate),
                gate.declared() instanceof Consistency ? references.people(gate) : Optional.empty(),
                planned,
                scored);
    }

    /** Scored among planned responses, NaN where none was planned. */
    double coverage() {
        return (double) scored / planned;
    }
}
