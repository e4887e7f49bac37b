package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.design.Expectations;
import dev.cultivar.gate.design.Expected;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.GatedModels;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Earlier figures of a suite's models, from its last run or else from a baseline. They are only expectations and bind nobody. */
public final class EarlierFigures implements Expectations {

    private final List<Figure> figures;
    private final Map<String, String> inBaselines;

    /**
     * @param metric null if a file does not give it; it is then the metric that the statistic always uses
     */
    private record Figure(
            String statistic,
            @Nullable String metric,
            @Nullable String model,
            @Nullable String language,
            @Nullable String population,
            @Nullable Double value,
            Expected.Source source) {}

    private EarlierFigures(List<Figure> figures, Map<String, String> inBaselines) {
        this.figures = List.copyOf(figures);
        this.inBaselines = Map.copyOf(inBaselines);
    }

    /**
     * Figures from the last results in a suite's output folder, and from the suite's baselines that its gates name, or else from
     * {@value AgainstBaseline#DEFAULT}.
     */
    public static Expectations of(RunPlan plan, Collection<GateLeaf> gates) {
        List<Figure> figures = new ArrayList<>(lastRun(plan.settings().value(Settings.OUTPUT)));
        Set<String> paths = gates.stream()
                .flatMap(leaf -> leaf.gate().baseline().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (paths.isEmpty()) {
            paths.add(AgainstBaseline.DEFAULT);
        }
        BaselineFiles files = new BaselineFiles(plan.settings().module());
        paths.forEach(path -> figures.addAll(baseline(files, path, plan.suite())));
        Map<String, String> inBaselines = new HashMap<>(GatedModels.of(gates, paths::contains));
        plan.settings()
                .models()
                .value()
                .forEach(model -> inBaselines.merge(
                        model.name(), model.baseline(), (gated, named) -> gated.equals(model.name()) ? named : gated));
        return new EarlierFigures(figures, inBaselines);
    }

    private static List<Figure> lastRun(Path output) {
        Path file = output.resolve(ResultsFile.NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return ResultsFile.read(file).results().stream()
                    .map(row -> new Figure(
                            row.statistic(),
                            row.metric(),
                            row.model(),
                            row.language(),
                            row.population(),
                            row.estimate(),
                            Expected.Source.LAST_RUN))
                    .toList();
        } catch (ResultsException e) {
            return List.of();
        }
    }

    private static List<Figure> baseline(BaselineFiles files, String path, String suite) {
        try {
            return files.read(path).filter(run -> run.suite().equals(suite)).stream()
                    .flatMap(run -> run.statistics().stream())
                    .map(EarlierFigures::of)
                    .toList();
        } catch (BaselineException e) {
            return List.of();
        }
    }

    private static Figure of(BaselineRun.Figure kept) {
        return new Figure(
                kept.statistic(),
                null,
                kept.model(),
                kept.language(),
                kept.population(),
                kept.value(),
                Expected.Source.BASELINE);
    }

    @Override
    public Optional<Expected> found(Statistic statistic, String metric, GateSubject subject) {
        boolean usual = statistic != Statistic.ALIGNMENT || metric.equals(Metric.SPEARMAN.label());
        String population = statistic == Statistic.CONSISTENCY ? null : subject.population();
        return figures.stream()
                .filter(figure -> figure.statistic().equals(statistic.label())
                        && (figure.metric() == null ? usual : figure.metric().equals(metric))
                        && Objects.equals(figure.model(), name(figure, subject.model()))
                        && Objects.equals(figure.language(), subject.language())
                        && Objects.equals(figure.population(), population))
                .flatMap(figure -> Stream.ofNullable(figure.value()).map(value -> new Expected(value, figure.source())))
                .findFirst();
    }

    private @Nullable String name(Figure figure, @Nullable String model) {
        return figure.source() == Expected.Source.BASELINE && model != null
                ? inBaselines.getOrDefault(model, model)
                : model;
    }
}
