package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.SharePlot;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The data itself: a model's share in favour of each topic against the share among the people of the language. */
final class ShareFigures {

    private static final int MOST = 12;

    private ShareFigures() {}

    /** A topic in a language. */
    private record Pair(String language, String people, double model, double truth) {

        double gap() {
            return Math.abs(model - truth);
        }
    }

    static FigureGroup group(String prefix, RunRecord run) {
        Map<String, Map<String, List<Pair>>> models = new LinkedHashMap<>();
        run.cells().forEach(cell -> pair(run.plan(), cell)
                .ifPresent(pair -> models.computeIfAbsent(cell.key().model(), key -> new TreeMap<>())
                        .computeIfAbsent(cell.key().topic(), key -> new ArrayList<>())
                        .add(pair)));
        Map<String, String> labels = new LinkedHashMap<>();
        for (Topic topic : run.plan().topics()) {
            labels.put(topic.key(), PlainText.line(topic.key() + " " + topic.label(), 60));
        }
        List<Figure> figures = new ArrayList<>();
        List<FigureTable> tables = new ArrayList<>();
        models.forEach((model, topics) -> {
            if (figures.size() < MOST) {
                figures.add(figure(prefix + "shares." + (figures.size() + 1), model, topics, labels));
                tables.add(table(model, topics, labels));
            }
        });
        return new FigureGroup(
                "Share in favour, topic by topic",
                "",
                figures.isEmpty()
                        ? ""
                        : "Each point is a topic: across, the share of people in favour; up, the model's. On the line"
                                + " both agree; above it (orange) the model is more in favour, below it (blue) less."
                                + " Hover over a point for its name."
                                + (models.size() > MOST
                                        ? " " + MOST + " of " + models.size() + " models are shown."
                                        : ""),
                figures,
                tables);
    }

    private static Optional<Pair> pair(RunPlan plan, CellRecord cell) {
        PopulationKey people =
                plan.populations().localPopulation(cell.key().language()).orElse(null);
        if (people == null || !Double.isFinite(cell.polarity())) {
            return Optional.empty();
        }
        OptionalDouble truth = plan.populations().polarity(people, cell.key().topic());
        return truth.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pair(
                        cell.key().language(), Names.people(people.name()), cell.polarity(), truth.getAsDouble()));
    }

    private static Figure figure(
            String name, String model, Map<String, List<Pair>> topics, Map<String, String> labels) {
        SharePlot plot = new SharePlot(
                name,
                PlainText.line(model) + ": share in favour by topic",
                "The model's share in favour of each topic against that of the people of the language, one panel per"
                        + " language. On the line both agree.",
                "people",
                "model");
        topics.forEach((topic, pairs) -> pairs.forEach(pair -> plot.add(
                Names.language(pair.language()),
                pair.truth(),
                pair.model(),
                labels.getOrDefault(topic, topic) + ": model " + Decimals.score(pair.model()) + ", " + pair.people()
                        + " " + Decimals.score(pair.truth()))));
        return plot.draw();
    }

    private static FigureTable table(String model, Map<String, List<Pair>> topics, Map<String, String> labels) {
        Map<String, String> languages = new LinkedHashMap<>();
        topics.values()
                .forEach(pairs -> pairs.forEach(pair -> languages.put(
                        pair.language(), Names.language(pair.language()) + ": model / " + pair.people())));
        List<String> heads = new ArrayList<>(List.of("Topic"));
        heads.addAll(languages.values());
        List<List<String>> rows = topics.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, List<Pair>> topic) -> -topic.getValue().stream()
                                .mapToDouble(Pair::gap)
                                .max()
                                .orElse(0))
                        .thenComparing(Map.Entry::getKey))
                .map(topic -> {
                    List<String> row = new ArrayList<>(List.of(labels.getOrDefault(topic.getKey(), topic.getKey())));
                    languages
                            .keySet()
                            .forEach(language -> row.add(topic.getValue().stream()
                                    .filter(pair -> pair.language().equals(language))
                                    .map(pair -> Decimals.score(pair.model()) + " / " + Decimals.score(pair.truth()))
                                    .findFirst()
                                    .orElse("\u2013")));
                    return row;
                })
                .toList();
        return new FigureTable(
                "Share in favour of " + PlainText.line(model) + " and of people, widest gap first", heads, rows);
    }
}
