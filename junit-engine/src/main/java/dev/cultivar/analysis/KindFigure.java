package dev.cultivar.analysis;

import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one model in one language compares with people on the topics of one kind: plain means over topics, without an interval. A number
 * that cannot be computed is null.
 *
 * @param suite class name
 * @param kind of the topics
 * @param population the people of the language; null where none are known
 * @param topics scored topics on which the population and the reference have truth
 * @param n their scored responses
 * @param polarity mean of the topics' polarities, in [0,1]
 * @param populationPolarity the same mean for the population
 * @param gap mean distance to the population, topic by topic, in [0,1]
 * @param referenceGap mean distance to {@link PopulationTable#REFERENCE}
 */
public record KindFigure(
        String suite,
        String model,
        String language,
        TopicKind kind,
        @Nullable String population,
        int topics,
        int n,
        @Nullable Double polarity,
        @Nullable Double populationPolarity,
        @Nullable Double gap,
        @Nullable Double referenceGap) {

    /** One figure for each model, language and kind that the run asked about, in the order of the run and of the kinds. */
    public static List<KindFigure> of(RunRecord run) {
        PopulationTable table = run.plan().populations();
        Map<String, TopicKind> kinds = run.plan().topics().stream().collect(Collectors.toMap(Topic::key, Topic::kind));
        Map<List<String>, Map<TopicKind, List<CellRecord>>> cells = new LinkedHashMap<>();
        for (CellRecord cell : run.cells()) {
            CellKey key = cell.key();
            TopicKind kind = kinds.get(key.topic());
            if (kind != null) {
                cells.computeIfAbsent(List.of(key.model(), key.language()), sample -> new EnumMap<>(TopicKind.class))
                        .computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(cell);
            }
        }
        List<KindFigure> figures = new ArrayList<>();
        cells.forEach((sample, byKind) -> byKind.forEach((kind, ofKind) ->
                figures.add(figure(run.plan().suite(), sample.get(0), sample.get(1), kind, ofKind, table))));
        return List.copyOf(figures);
    }

    private static KindFigure figure(
            String suite,
            String model,
            String language,
            TopicKind kind,
            List<CellRecord> cells,
            PopulationTable table) {
        Optional<PopulationKey> own = table.localPopulation(language);
        Optional<PopulationKey> reference = table.find(PopulationTable.REFERENCE);
        List<CellRecord> known = cells.stream()
                .filter(cell -> cell.scored() > 0)
                .filter(cell -> own.isEmpty() || !Double.isNaN(truth(table, own, cell)))
                .filter(cell -> reference.isEmpty() || !Double.isNaN(truth(table, reference, cell)))
                .toList();
        return new KindFigure(
                suite,
                model,
                language,
                kind,
                own.map(PopulationKey::name).orElse(null),
                known.size(),
                known.stream().mapToInt(CellRecord::scored).sum(),
                mean(known, CellRecord::polarity),
                mean(known, cell -> truth(table, own, cell)),
                mean(known, cell -> Math.abs(cell.polarity() - truth(table, own, cell))),
                mean(known, cell -> Math.abs(cell.polarity() - truth(table, reference, cell))));
    }

    private static double truth(PopulationTable table, Optional<PopulationKey> population, CellRecord cell) {
        return population.isEmpty()
                ? Double.NaN
                : table.polarity(population.get(), cell.key().topic()).orElse(Double.NaN);
    }

    private static @Nullable Double mean(List<CellRecord> cells, ToDoubleFunction<CellRecord> value) {
        double mean = cells.stream().mapToDouble(value).average().orElse(Double.NaN);
        return Double.isNaN(mean) ? null : Double.valueOf(mean);
    }
}
