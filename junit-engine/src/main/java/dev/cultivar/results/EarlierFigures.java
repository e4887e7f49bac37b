package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.design.Expectations;
import dev.cultivar.gate.facts.GateSubject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the last run found of a suite's models, from the results that it left. */
public final class EarlierFigures implements Expectations {

    private final List<ResultRow> rows;

    private EarlierFigures(List<ResultRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Of a folder of results.
     *
     * @return {@link Expectations#NONE} where it has none that can be read, as nobody is bound to them
     */
    public static Expectations of(Path output) {
        Path file = output.resolve(ResultsFile.NAME);
        if (!Files.exists(file)) {
            return Expectations.NONE;
        }
        try {
            return new EarlierFigures(ResultsFile.read(file).results());
        } catch (ResultsException e) {
            return Expectations.NONE;
        }
    }

    @Override
    public OptionalDouble found(Statistic statistic, String metric, GateSubject subject) {
        String population = statistic == Statistic.CONSISTENCY ? null : subject.population();
        return rows.stream()
                .filter(row -> row.statistic().equals(statistic.label())
                        && row.metric().equals(metric)
                        && Objects.equals(row.model(), subject.model())
                        && Objects.equals(row.language(), subject.language())
                        && Objects.equals(row.population(), population))
                .flatMap(row -> Stream.ofNullable(row.estimate()))
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }
}
