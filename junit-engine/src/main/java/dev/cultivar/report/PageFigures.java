package dev.cultivar.report;

import dev.cultivar.analysis.Estimate;
import dev.cultivar.analysis.Statistic;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.Fonts;
import dev.cultivar.report.plot.Interval;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.plot.ScatterPlot;
import dev.cultivar.settings.ModelSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a suite.
 *
 * @param suite class name
 * @param groups figures that belong together, with what to know of them
 */
record PageFigures(String suite, List<Group> groups) {

    /** Self-consistency of survey respondents by country, lowest and highest (Figure 3 of arXiv 2502.16534). */
    private static final double HUMAN_FROM = 0.66;

    private static final double HUMAN_TO = 0.84;

    /**
     * Figures under one heading.
     *
     * @param statistic label of the rows of results that it shows, or empty
     * @param figures may be empty, and then {@code text} says why
     */
    record Group(String heading, String statistic, String text, List<Figure> figures) {
        Group {
            figures = List.copyOf(figures);
        }
    }

    PageFigures {
        groups = List.copyOf(groups);
    }

    List<Figure> all() {
        return groups.stream().flatMap(group -> group.figures().stream()).toList();
    }

    /** The same figures as those of a module's suite, each file's name with the given start. */
    PageFigures of(String module, String start) {
        return new PageFigures(
                AggregateReports.suite(module, suite),
                groups.stream()
                        .map(group -> new Group(
                                group.heading(),
                                group.statistic(),
                                group.text(),
                                group.figures().stream()
                                        .map(figure -> figure.renamed(start + figure.name()))
                                        .toList()))
                        .toList());
    }

    static PageFigures of(SuiteReport report) {
        Optional<String> missing = Fonts.missing();
        return missing.isPresent() ? without(report, missing.get()) : drawn(report);
    }

    /** A report without figures is better than none: verdicts, numbers and answers need no font. */
    static PageFigures without(SuiteReport report, String reason) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("No figures", "", "No figure could be drawn: " + reason + ".", List.of()));
        report.estimates().stream()
                .map(row -> row.statistic().label())
                .distinct()
                .forEach(statistic -> groups.add(new Group("Numbers of " + statistic, statistic, "", List.of())));
        return new PageFigures(report.suite(), groups);
    }

    private static PageFigures drawn(SuiteReport report) {
        String prefix = SuiteParts.fileName(report.suite()) + ".";
        List<Estimate> rows = report.estimates().stream()
                .filter(row -> Double.isFinite(row.value()))
                .toList();
        List<Group> groups = new ArrayList<>();
        groups.add(PageBaseline.figures(prefix, report.against()));
        groups.add(alignment(prefix, rows));
        groups.add(lines(
                prefix + "consistency",
                Statistic.CONSISTENCY,
                rows,
                "Self-consistency",
                "Do different answers to one topic agree? The grey band is what survey respondents reach, 0.66 to 0.84 by"
                        + " country. Below it, a model has no steady values that alignment could measure.",
                plot -> plot.band(HUMAN_FROM, HUMAN_TO).reaching(1)));
        capability(prefix, report, rows).ifPresent(groups::add);
        groups.add(lines(
                prefix + "bias",
                Statistic.BIAS,
                rows,
                "Bias towards the reference",
                "How much nearer the model stands to the reference country than to the people of the language. Right of"
                        + " zero it leans to the reference.",
                plot -> plot.line(0)));
        groups.add(lines(
                prefix + "conditioning",
                Statistic.CONDITIONING,
                rows,
                "Conditioning by language",
                "Agreement of answers within a language less agreement between languages. Where the interval holds"
                        + " zero, asking in this language does not call up values of its own.",
                plot -> plot.line(0)));
        groups.add(PageHeat.correlations(prefix, report.run()));
        groups.add(PageHeat.gaps(prefix, report.run()));
        return new PageFigures(
                report.suite(),
                groups.stream()
                        .filter(group -> !group.figures().isEmpty() || has(report, group.statistic()))
                        .map(group -> group.figures().isEmpty() ? unknown(group) : group)
                        .toList());
    }

    private static Group unknown(Group group) {
        return new Group(
                group.heading(), group.statistic(), "Nothing could be estimated; the numbers say why.", List.of());
    }

    private static boolean has(SuiteReport report, String statistic) {
        return report.estimates().stream()
                .anyMatch(row -> row.statistic().label().equals(statistic));
    }

    private static Group alignment(String prefix, List<Estimate> rows) {
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
                    prefix + "alignment." + SuiteParts.fileName(language) + "." + SuiteParts.fileName(metric),
                    "Alignment with each population, asked in " + Plain.line(language),
                    "Points are estimates and lines their intervals, one row a population, the best aligned on top. "
                            + "The grey band is where random answers fall.",
                    metric.equals("spearman") ? "Spearman correlation" : metric);
            plot.reaching(-0.2).reaching(1);
            order(own).forEach(row -> plot.add(point(population(row), row)));
            rows.stream()
                    .filter(row -> row.statistic() == Statistic.FLOOR
                            && language.equals(row.language())
                            && metric.equals(row.metric())
                            && Double.isFinite(row.lower())
                            && Double.isFinite(row.upper()))
                    .findFirst()
                    .ifPresent(floor -> plot.band(floor.lower(), floor.upper()));
            figures.add(plot.draw());
        });
        return new Group(
                "Alignment by population",
                "alignment",
                figures.isEmpty()
                        ? "No alignment could be estimated; the numbers say why."
                        : "How the model's answers line up with what each population said in the survey, those"
                                + " best aligned on average on top. The grey band is where random answers fall; an interval that"
                                + " reaches into it may be chance.",
                figures);
    }

    /** Populations by their mean over models, best first; models in the run's order within. */
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
                        .thenComparing(PageFigures::population))
                .toList();
    }

    private static Group lines(
            String name,
            Statistic statistic,
            List<Estimate> rows,
            String heading,
            String text,
            Function<IntervalPlot, IntervalPlot> marks) {
        IntervalPlot plot = marks.apply(new IntervalPlot(
                name, heading, text, statistic == Statistic.CONSISTENCY ? "Spearman correlation" : "difference"));
        rows.stream().filter(row -> row.statistic() == statistic).forEach(row -> plot.add(point(subject(row), row)));
        return new Group(heading, statistic.label(), text, plot.isEmpty() ? List.of() : List.of(plot.draw()));
    }

    private static Optional<Group> capability(String prefix, SuiteReport report, List<Estimate> rows) {
        Map<String, ModelSettings> models = new LinkedHashMap<>();
        report.run().plan().settings().models().value().forEach(model -> models.put(model.name(), model));
        ScatterPlot plot = new ScatterPlot(
                prefix + "capability",
                "Capability against alignment",
                "Each point is a model in a language, its capability across, its alignment with the language's speakers"
                        + " up. Lines are fitted slopes through the middle of a family's points.",
                "capability",
                "alignment");
        for (Estimate row : rows) {
            ModelSettings model = models.get(orEmpty(row.model()));
            if (row.statistic() != Statistic.ALIGNMENT
                    || !"language".equals(row.populationType())
                    || model == null
                    || !Objects.equals(row.population(), row.language())) {
                continue;
            }
            Double capability = model.capability().get(row.language());
            if (capability != null) {
                plot.add(capability, named(orEmpty(row.family()) + " " + orEmpty(row.language()), row));
            }
        }
        if (plot.isEmpty()) {
            return Optional.empty();
        }
        rows.stream()
                .filter(row -> row.statistic() == Statistic.CAPABILITY)
                .forEach(row ->
                        plot.slope(Plain.line(orEmpty(row.family()) + " " + orEmpty(row.language())), row.value()));
        return Optional.of(new Group(
                "Capability against alignment",
                "capability",
                "Does a more capable model stand nearer to the people of the language? A slope is shown where the"
                        + " suite asks for it and there are models enough to fit one; its p stands with the numbers.",
                List.of(plot.draw())));
    }

    private static Interval named(String series, Estimate row) {
        return new Interval("", Plain.line(series), row.value(), row.lower(), row.upper(), says(row));
    }

    private static Interval point(String label, Estimate row) {
        return new Interval(
                Plain.line(label, 40),
                Plain.line(row.model() == null ? orEmpty(row.family()) : orEmpty(row.model()), 40),
                row.value(),
                row.lower(),
                row.upper(),
                says(row));
    }

    private static String says(Estimate row) {
        return Plain.line(subject(row)
                + (row.population() == null ? "" : ", " + row.population())
                + ": "
                + Decimals.score(row.value())
                + (Double.isFinite(row.lower()) && Double.isFinite(row.upper())
                        ? " [" + Decimals.lower(row.lower()) + ", " + Decimals.upper(row.upper()) + "]"
                        : "")
                + ", " + row.n() + " responses");
    }

    private static String subject(Estimate row) {
        return (row.model() == null ? orEmpty(row.family()) : row.model()) + " in " + orEmpty(row.language());
    }

    private static String population(Estimate row) {
        String name = orEmpty(row.population());
        return "language".equals(row.populationType()) ? "speakers of " + name : name;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
