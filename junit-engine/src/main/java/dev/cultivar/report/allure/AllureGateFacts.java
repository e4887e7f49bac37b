package dev.cultivar.report.allure;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Consistency;
import dev.cultivar.gate.GateResult;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.settings.ModelSettings;
import java.util.Objects;
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
record AllureGateFacts(Optional<Estimate> floor, Optional<Estimate> ceiling, long planned, long scored) {

    static AllureGateFacts of(GateResult gate, SuiteReport report) {
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
                beside(gate, report, Statistic.FLOOR), beside(gate, report, Statistic.CEILING), planned, scored);
    }

    private static Optional<Estimate> beside(GateResult gate, SuiteReport report, Statistic statistic) {
        if (gate.gate() instanceof Consistency && statistic == Statistic.CEILING) {
            return report.estimates().stream()
                    .filter(row -> row.statistic() == Statistic.HUMAN
                            && Objects.equals(row.language(), gate.language())
                            && Double.isFinite(row.value()))
                    .findFirst();
        }
        String metric = gate.gate().metric().orElse("spearman");
        return report.estimates().stream()
                .filter(row -> gate.gate() instanceof Alignment
                        && row.statistic() == statistic
                        && row.metric().equals(metric)
                        && Objects.equals(row.model(), gate.model())
                        && Objects.equals(row.language(), gate.language())
                        && Objects.equals(row.population(), gate.population())
                        && Double.isFinite(row.value()))
                .findFirst();
    }

    /** Scored among planned responses, NaN where none was planned. */
    double coverage() {
        return (double) scored / planned;
    }
}
