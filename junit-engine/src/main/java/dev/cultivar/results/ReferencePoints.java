package dev.cultivar.results;

import dev.cultivar.gate.Alignment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a score is read against, among the rows of the results. */
public final class ReferencePoints {

    private static final String FLOOR = "floor";
    private static final String CEILING = "ceiling";

    private final List<ResultRow> rows;

    /** Those of all suites, or of one. */
    public ReferencePoints(List<ResultRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** What random answers would score in an alignment; its row may lack an estimate. */
    public Optional<ResultRow> floor(ResultRow alignment) {
        return of(FLOOR, alignment);
    }

    /** What ten perfect respondents would score in an alignment; its row may lack an estimate. */
    public Optional<ResultRow> ceiling(ResultRow alignment) {
        return of(CEILING, alignment);
    }

    /** What random answers would score in the alignment that a gate looks at. */
    public Optional<ResultRow> floor(GateRow gate) {
        return of(FLOOR, gate);
    }

    /** What ten perfect respondents would score in the alignment that a gate looks at. */
    public Optional<ResultRow> ceiling(GateRow gate) {
        return of(CEILING, gate);
    }

    /** The self-consistency of people, of a language's country. */
    public Optional<ResultRow> people(GateRow gate) {
        return rows.stream()
                .filter(row -> row.statistic().equals("human")
                        && row.suite().equals(gate.suite())
                        && Objects.equals(row.language(), gate.language())
                        && row.estimate() != null)
                .findFirst();
    }

    /** Whether a row stands beside an alignment, and so needs no line of its own. */
    public boolean isBesideAnAlignment(ResultRow row) {
        return (row.statistic().equals(FLOOR) || row.statistic().equals(CEILING))
                && rows.stream()
                        .anyMatch(alignment -> alignment.statistic().equals("alignment") && isFor(row, alignment));
    }

    private Optional<ResultRow> of(String statistic, ResultRow alignment) {
        return rows.stream()
                .filter(row -> row.statistic().equals(statistic) && isFor(row, alignment))
                .findFirst();
    }

    private Optional<ResultRow> of(String statistic, GateRow gate) {
        if (!(gate.declared() instanceof Alignment alignment)) {
            return Optional.empty();
        }
        String metric = alignment.metricName();
        return rows.stream()
                .filter(row -> row.statistic().equals(statistic)
                        && row.suite().equals(gate.suite())
                        && row.metric().equals(metric)
                        && Objects.equals(row.model(), gate.model())
                        && Objects.equals(row.language(), gate.language())
                        && Objects.equals(row.population(), gate.population())
                        && row.estimate() != null)
                .findFirst();
    }

    private static boolean isFor(ResultRow bound, ResultRow alignment) {
        return (bound.model() == null || bound.model().equals(alignment.model()))
                && (bound.language() == null || bound.language().equals(alignment.language()))
                && Objects.equals(bound.population(), alignment.population())
                && bound.metric().equals(alignment.metric());
    }
}
