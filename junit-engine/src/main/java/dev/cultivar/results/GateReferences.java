package dev.cultivar.results;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the rows of the results against which to read a gate's score. */
public final class GateReferences {

    private final List<ResultRow> rows;

    /** References among the rows of all suites, or of one. */
    public GateReferences(List<ResultRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** What populations would score in the gate's statistic; empty if it compares with none. */
    public Optional<ReferencePoints> points(GateRow gate) {
        return rows.stream()
                .filter(row -> row.statistic().equals(gate.gate())
                        && row.suite().equals(gate.suite())
                        && Objects.equals(row.model(), gate.model())
                        && Objects.equals(row.language(), gate.language())
                        && Objects.equals(row.population(), gate.population())
                        && gate.declared().rowMetric().equals(Optional.of(row.metric())))
                .flatMap(row -> Optional.ofNullable(row.references()).stream())
                .findFirst();
    }

    /** The self-consistency of people in a language's country. */
    public Optional<ResultRow> people(GateRow gate) {
        return rows.stream()
                .filter(row -> row.isOf(Statistic.HUMAN)
                        && row.suite().equals(gate.suite())
                        && Objects.equals(row.language(), gate.language())
                        && row.estimate() != null)
                .findFirst();
    }
}
