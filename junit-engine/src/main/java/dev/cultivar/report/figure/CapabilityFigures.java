package dev.cultivar.report.figure;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.plot.IntervalPoint;
import dev.cultivar.report.plot.ScatterPlot;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.FileName;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Capability against alignment: one figure per language, and one of all slopes with their significance. */
final class CapabilityFigures {

    private static final int LONGEST_FAMILY = 24;

    private CapabilityFigures() {}

    static Optional<FigureGroup> group(String prefix, SuiteReport report, List<Estimate> rows) {
        List<Estimate> slopes = rows.stream()
                .filter(row -> row.statistic() == Statistic.CAPABILITY)
                .toList();
        List<Figure> figures = new ArrayList<>();
        scatters(prefix, report, rows).forEach((language, plot) -> {
            slopes.stream()
                    .filter(slope -> language.equals(slope.language()))
                    .forEach(slope -> plot.slope(
                            family(slope),
                            slope.value(),
                            "slope " + Decimals.score(slope.value()) + significance(slope)));
            figures.add(plot.draw());
        });
        return figures.isEmpty() ? Optional.empty() : group(prefix, slopes, figures);
    }

    /** Only the slopes, if the capability of each model is unknown. */
    static Optional<FigureGroup> slopes(String prefix, List<Estimate> rows) {
        List<Estimate> slopes = rows.stream()
                .filter(row -> row.statistic() == Statistic.CAPABILITY)
                .toList();
        return slopes.isEmpty() ? Optional.empty() : group(prefix, slopes, new ArrayList<>());
    }

    private static Optional<FigureGroup> group(String prefix, List<Estimate> slopes, List<Figure> figures) {
        if (!slopes.isEmpty()) {
            figures.add(0, figure(prefix, slopes));
        }
        return Optional.of(new FigureGroup(
                "Capability against alignment",
                Statistic.CAPABILITY.label(),
                "Is a more capable model closer to the people of the language? "
                        + (slopes.isEmpty()
                                ? "No slope is shown: the suite asks for none, or there are too few models to fit one."
                                : "A slope right of zero says yes; a star marks p below 0.05, before any correction for"
                                        + " looking at several slopes."),
                figures));
    }

    private static Figure figure(String prefix, List<Estimate> slopes) {
        IntervalPlot plot = new IntervalPlot(
                prefix + "capability.slopes",
                "Slopes of alignment on capability",
                "Points are slopes of the mixed model, lines their intervals; one row per family and language, with p"
                        + " against a slope of zero. A star marks p below 0.05.",
                "slope");
        plot.line(0);
        for (Estimate slope : slopes) {
            plot.add(FigurePoints.of(
                    family(slope) + " in " + Names.language(slope.language()) + significance(slope),
                    family(slope),
                    slope));
        }
        return plot.draw();
    }

    private static Map<String, ScatterPlot> scatters(String prefix, SuiteReport report, List<Estimate> rows) {
        Map<String, ModelSettings> models = new LinkedHashMap<>();
        report.run().plan().settings().models().value().forEach(model -> models.put(model.name(), model));
        PopulationTable populations = report.run().plan().populations();
        Map<String, ScatterPlot> plots = new LinkedHashMap<>();
        for (Estimate row : rows) {
            ModelSettings model = models.get(FigurePoints.orEmpty(row.model()));
            String language = FigurePoints.orEmpty(row.language());
            Double capability = model == null ? null : model.capability().get(language);
            if (capability != null
                    && row.statistic() == Statistic.ALIGNMENT
                    && row.metric().equals(Metric.SPEARMAN.label())
                    && populations
                            .find(language)
                            .filter(key -> key.type() == PopulationType.LANGUAGE
                                    && populations.canonical(key).name().equals(row.population()))
                            .isPresent()) {
                IntervalPoint point = FigurePoints.of("", family(row), row);
                plots.computeIfAbsent(language, key -> plot(prefix, key)).add(capability, point);
            }
        }
        return plots;
    }

    private static ScatterPlot plot(String prefix, String language) {
        return new ScatterPlot(
                prefix + "capability." + FileName.of(language),
                "Capability against alignment in " + PlainText.line(Names.language(language)),
                "Each point is a model, with its capability across and its alignment with the language's speakers up. Lines"
                        + " are the slopes of the mixed model, drawn through the middle of a family's points.",
                "capability",
                "alignment");
    }

    private static String significance(Estimate slope) {
        String significance = FigurePoints.significance(slope);
        return significance.isEmpty() ? "" : ", " + significance;
    }

    private static String family(Estimate row) {
        return PlainText.line(FigurePoints.orEmpty(row.family()), LONGEST_FAMILY);
    }
}
