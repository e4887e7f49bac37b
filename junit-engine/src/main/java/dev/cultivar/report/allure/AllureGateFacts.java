package dev.cultivar.report.allure;

import dev.cultivar.gate.Consistency;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ReferencePoints;
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
 * @param floor what random answers would score; empty where the statistic has none
 * @param ceiling what ten perfect respondents, or of self-consistency people, would score; empty where the statistic has none
 * @param planned responses of the cells that it rests on
 * @param scored of these
 */
record AllureGateFacts(Optional<ResultRow> floor, Optional<ResultRow> ceiling, long planned, long scored) {

    static AllureGateFacts of(GateRow gate, SuiteReport report, ReferencePoints references) {
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
                references.floor(gate),
                gate.declared() instanceof Consistency ? references.people(gate) : references.ceiling(gate),
                planned,
                scored);
    }

    /** Scored among planned responses, NaN where none was planned. */
    double coverage() {
        return (double) scored / planned;
    }
}
