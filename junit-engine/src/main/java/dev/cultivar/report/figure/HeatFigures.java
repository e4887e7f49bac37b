package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.HeatPlot;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of numbers as colours: how similar populations are, and where a model differs from them. */
final class HeatFigures {

    private static final int MOST = 6;
    private static final int LEAST_TOPICS = 5;
    private static final int MOST_POPULATIONS = 14;

    private HeatFigures() {}

    static FigureGroup correlations(String prefix, RunRecord run) {
        PopulationTable table = run.plan().populations();
        List<String> topics = run.plan().topics().stream().map(Topic::key).toList();
        Set<String> own = new LinkedHashSet<>();
        run.plan().prompts().keySet().forEach(language -> own.addAll(populations(run.plan(), language)));
        List<PopulationKey> keys = table.populations().stream()
                .filter(key -> key.type() == PopulationType.COUNTRY || key.type() == PopulationType.GLOBAL)
                .sorted(Comparator.comparing((PopulationKey key) -> !own.contains(key.name()))
                        .thenComparing(key -> topics.stream()
                                .filter(topic -> table.polarity(key, topic).isEmpty())
                                .count()))
                .limit(MOST_POPULATIONS)
                .toList();
        HeatPlot plot = new HeatPlot(
                prefix + "populations",
                "How alike the populations are",
                "Pearson correlation of each pair of populations over the suite's topics.",
                1.4);
        for (PopulationKey row : keys) {
            for (PopulationKey column : keys) {
                double r = correlation(table, topics, row, column);
                if (Double.isFinite(r)) {
                    plot.add(
                            Names.population(row.name()),
                            Names.population(column.name()),
                            r,
                            Names.population(row.name()) + " and " + Names.population(column.name()) + ": "
                                    + Decimals.score(r));
                }
            }
        }
        return new FigureGroup(
                "How alike the populations are",
                "",
                plot.isEmpty()
                        ? ""
                        : "Pearson correlation of the polarities of two populations over the suite's topics. Those of the"
                                + " suite's languages come first. If two populations are alike, no model can be close to one"
                                + " and far from the other.",
                plot.isEmpty() ? List.of() : List.of(plot.draw()));
    }

    private static double correlation(PopulationTable table, List<String> topics, PopulationKey a, PopulationKey b) {
        List<double[]> pairs = new ArrayList<>();
        for (String topic : topics) {
            OptionalDouble x = table.polarity(a, topic);
            OptionalDouble y = table.polarity(b, topic);
            if (x.isPresent() && y.isPresent()) {
                pairs.add(new double[] {x.getAsDouble(), y.getAsDouble()});
            }
        }
        return pairs.size() < LEAST_TOPICS
                ? Double.NaN
                : Correlation.pearson(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    }

    private record Sample(String model, String language) {}

    static FigureGroup gaps(String prefix, RunRecord run) {
        Map<Sample, List<CellRecord>> samples = new LinkedHashMap<>();
        run.cells().stream().filter(cell -> Double.isFinite(cell.polarity())).forEach(cell -> samples.computeIfAbsent(
                        new Sample(cell.key().model(), cell.key().language()), key -> new ArrayList<>())
                .add(cell));
        List<Sample> chosen = samples.keySet().stream()
                .sorted(Comparator.comparingDouble(
                        sample -> -spread(run.plan(), sample, samples.getOrDefault(sample, List.of()))))
                .limit(MOST)
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (Sample sample : chosen) {
            HeatPlot plot = heat(
                    prefix + "gaps." + (figures.size() + 1),
                    run.plan(),
                    sample,
                    samples.getOrDefault(sample, List.of()));
            if (!plot.isEmpty()) {
                figures.add(plot.draw());
            }
        }
        String cut = samples.size() > figures.size()
                ? " Only " + figures.size() + " of " + samples.size()
                        + " pairs of model and language are shown, those with the widest gaps; the cells below have all."
                : "";
        return new FigureGroup(
                "Gaps by topic and population",
                "",
                figures.isEmpty()
                        ? ""
                        : "The model's mean polarity minus the population's. Orange: more in favour than the people;"
                                + " blue: less. Topics with the widest gap to the language's speakers come first."
                                + cut,
                figures);
    }

    private static HeatPlot heat(String name, RunPlan plan, Sample sample, List<CellRecord> cells) {
        HeatPlot plot = new HeatPlot(
                name,
                title(sample.model(), sample.language()),
                "Mean polarity of the model minus that of each population, by topic.",
                0.6);
        Map<String, String> labels = new LinkedHashMap<>();
        plan.topics().forEach(topic -> labels.put(topic.key(), topic.key() + " " + topic.label()));
        cells.stream()
                .sorted(Comparator.comparingDouble((CellRecord cell) -> -gap(plan, sample.language(), cell))
                        .thenComparing(cell -> cell.key().topic()))
                .forEach(cell -> {
                    String topic = cell.key().topic();
                    String label = PlainText.line(labels.getOrDefault(topic, topic), 36);
                    for (String population : populations(plan, sample.language())) {
                        plan.populations()
                                .polarity(population, topic)
                                .ifPresent(truth -> plot.add(
                                        label,
                                        Names.population(population),
                                        cell.polarity() - truth,
                                        label + ": model " + Decimals.score(cell.polarity()) + ", "
                                                + Names.population(population) + " " + Decimals.score(truth)));
                    }
                });
        return plot;
    }

    public static String title(@Nullable String model, @Nullable String language) {
        return "Gaps of " + PlainText.line(FigurePoints.orEmpty(model)) + " in "
                + PlainText.line(Names.language(language));
    }

    /** The language's countries together and individually, the United States as the usual reference, and everyone. */
    private static Set<String> populations(RunPlan plan, String language) {
        Set<String> names = new LinkedHashSet<>();
        plan.populations().localPopulation(language).ifPresent(key -> names.add(key.name()));
        plan.populations().local(language).forEach(key -> names.add(key.name()));
        names.add(PopulationTable.REFERENCE);
        names.add(PopulationKey.GLOBAL.name());
        return names;
    }

    private static double spread(RunPlan plan, Sample sample, List<CellRecord> cells) {
        return cells.stream()
                .mapToDouble(cell -> Math.max(0, gap(plan, sample.language(), cell)))
                .average()
                .orElse(0);
    }

    /** Absolute gap to the language's countries; -1 if they have no survey figure. */
    private static double gap(RunPlan plan, String language, CellRecord cell) {
        PopulationTable table = plan.populations();
        OptionalDouble truth = table.localPopulation(language)
                .map(key -> table.polarity(key, cell.key().topic()))
                .orElse(OptionalDouble.empty());
        return truth.isEmpty() ? -1 : Math.abs(cell.polarity() - truth.getAsDouble());
    }
}
