package dev.cultivar.report.figure;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.results.ModuleResults;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.text.FileName;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a suite.
 *
 * @param suite class name
 * @param groups figures that belong together, with what to know about them
 */
public record SuiteFigures(String suite, List<FigureGroup> groups) {

    public SuiteFigures {
        groups = List.copyOf(groups);
    }

    public List<Figure> all() {
        return groups.stream().flatMap(group -> group.figures().stream()).toList();
    }

    /** The same figures with the module's name for the suite, and with the given prefix on each file's name. */
    public SuiteFigures of(ModuleResults module, String start) {
        return new SuiteFigures(
                module.suite(suite),
                groups.stream()
                        .map(group -> new FigureGroup(
                                group.heading(),
                                group.statistic(),
                                group.text(),
                                group.figures().stream()
                                        .map(figure -> figure.renamed(start + figure.name()))
                                        .toList(),
                                group.tables()))
                        .toList());
    }

    public static SuiteFigures of(SuiteReport report) {
        String prefix = FileName.of(report.suite()) + ".";
        List<Estimate> rows = report.estimates().stream()
                .filter(row -> Double.isFinite(row.value()))
                .toList();
        List<FigureGroup> groups = new ArrayList<>();
        groups.add(BaselineFigures.group(prefix, report.against()));
        groups.add(ShareFigures.group(prefix, report.run()));
        groups.add(alignment(prefix, rows));
        groups.add(LineFigures.distinct(prefix, rows));
        groups.add(LineFigures.consistency(prefix, rows));
        CapabilityFigures.group(prefix, report, rows).ifPresent(groups::add);
        groups.add(LineFigures.bias(prefix, rows));
        groups.add(LineFigures.conditioning(prefix, rows));
        groups.add(LineFigures.stability(prefix, rows));
        groups.add(LineFigures.acquiescence(prefix, rows));
        groups.add(PromptFigures.group(prefix, report.run()));
        groups.add(HeatFigures.correlations(prefix, report.run()));
        groups.add(HeatFigures.gaps(prefix, report.run()));
        return new SuiteFigures(
                report.suite(),
                groups.stream()
                        .filter(group -> !group.figures().isEmpty() || has(report, group.statistic()))
                        .map(group -> group.figures().isEmpty() ? unknown(group) : group)
                        .toList());
    }

    /**
     * The figures for a user's own scores: those that need no answers.
     *
     * @param source the name in the rows in place of a suite
     */
    public static SuiteFigures ofScores(String source, List<Estimate> estimates) {
        String prefix = FileName.of(source) + ".";
        List<Estimate> rows =
                estimates.stream().filter(row -> Double.isFinite(row.value())).toList();
        List<FigureGroup> groups = new ArrayList<>();
        groups.add(alignment(prefix, rows));
        groups.add(LineFigures.distinct(prefix, rows));
        groups.add(LineFigures.consistency(prefix, rows));
        CapabilityFigures.slopes(prefix, rows).ifPresent(groups::add);
        groups.add(LineFigures.bias(prefix, rows));
        groups.add(LineFigures.conditioning(prefix, rows));
        return new SuiteFigures(
                source,
                groups.stream().filter(group -> !group.figures().isEmpty()).toList());
    }

    private static FigureGroup unknown(FigureGroup group) {
        return new FigureGroup(
                group.heading(), group.statistic(), "Nothing could be estimated; the numbers say why.", List.of());
    }

    private static boolean has(SuiteReport report, String statistic) {
        return report.estimates().stream()
                .anyMatch(row -> row.statistic().label().equals(statistic));
    }

    private static FigureGroup alignment(String prefix, List<Estimate> rows) {
        Map<String, List<Estimate>> byLanguage = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.statistic() == Statistic.ALIGNMENT && row.language() != null)
                .forEach(row -> byLanguage
                        .computeIfAbsent(row.language() + "\t" + row.metric(), key -> new ArrayList<>())
                        .add(row));
        List<Figure> figures = new ArrayList<>();
        byLanguage.forEach((key, own) -> {
            String language = key.substring(0, key.indexOf('\t'));
            String metric = own.get(0).metric();
            IntervalPlot plot = new IntervalPlot(
                    prefix + "alignment." + FileName.of(language) + "." + FileName.of(metric),
                    "Alignment with each population, asked in " + PlainText.line(Names.language(language)),
                    "Points are scores, lines their intervals; one row per population, the best aligned on top. "
                            + "Random answers score 0.",
                    metric.equals(Metric.SPEARMAN.label()) ? "Spearman correlation" : metric);
            plot.reaching(-0.2).reaching(1);
            order(own).forEach(row -> plot.add(FigurePoints.of(population(row), FigurePoints.who(row), row)));
            figures.add(plot.draw());
        });
        return new FigureGroup(
                "Alignment by population",
                "alignment",
                figures.isEmpty()
                        ? "No alignment could be estimated; the numbers say why."
                        : "How well the model's answers agree with what each population said in the survey. Populations that"
                                + " agree best on average are on top. Populations have much in common, so answers like another"
                                + " country's score as well; the numbers say how much.",
                figures);
    }

    /** Populations by their mean over models, best first; within each, models in the run's order. */
    private static List<Estimate> order(List<Estimate> rows) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Estimate row : rows) {
            means.computeIfAbsent(population(row), name -> rows.stream()
                    .filter(other -> population(other).equals(name))
                    .mapToDouble(Estimate::value)
                    .average()
                    .orElse(0));
        }
        return rows.stream()
                .sorted(Comparator.<Estimate>comparingDouble(row -> -means.getOrDefault(population(row), 0.0))
                        .thenComparing(SuiteFigures::population))
                .toList();
    }

    private static String population(Estimate row) {
        return Names.population(row.population());
    }
}
