package dev.cultivar.report.figure;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.List;

/** Figures with a row for each model and, in each row, a point for each language: self-consistency, bias, conditioning. */
final class LineFigures {

    /** Self-consistency of survey respondents by country, lowest and highest (Figure 3 of arXiv 2502.16534). */
    private static final double HUMAN_FROM = 0.66;

    private static final double HUMAN_TO = 0.84;

    private LineFigures() {}

    static FigureGroup distinct(String prefix, List<Estimate> rows) {
        String text =
                "What remains of the alignment with a population after removing what other countries share. Its own"
                        + " people score 0.5 to 0.9, in English 0.4; random answers, and answers like those of the whole world, about 0.";
        IntervalPlot plot =
                new IntervalPlot(prefix + "distinct", "Distinct alignment", text, "partial Spearman correlation");
        plot.line(0).reaching(1);
        of(Statistic.DISTINCT, rows)
                .forEach(row -> plot.add(FigurePoints.of(
                        Names.language(row.language()) + ", " + Names.population(row.population()),
                        FigurePoints.who(row),
                        row)));
        return group("Distinct alignment", Statistic.DISTINCT, text, plot);
    }

    static FigureGroup consistency(String prefix, List<Estimate> rows) {
        List<Double> people =
                of(Statistic.HUMAN, rows).stream().map(Estimate::value).sorted().toList();
        double from = people.isEmpty() ? HUMAN_FROM : people.get(0);
        double to = people.isEmpty() ? HUMAN_TO : people.get(people.size() - 1);
        String paper = "0.66 to 0.84 by country in the paper";
        String text = "Do different answers to one topic agree? The grey band is what survey respondents reach, "
                + (people.isEmpty()
                        ? paper
                        : Decimals.score(from) + " to " + Decimals.score(to) + " by country on this suite's topics, "
                                + paper)
                + ". Below it, answers vary more than people's do.";
        IntervalPlot plot = new IntervalPlot(prefix + "consistency", "Self-consistency", text, "Spearman correlation");
        plot.band(from, to).reaching(1);
        add(plot, of(Statistic.CONSISTENCY, rows));
        return group("Self-consistency", Statistic.CONSISTENCY, text, plot);
    }

    /** The difference of correlations and the coefficient of the paper's regression answer the same question by two methods. */
    static FigureGroup bias(String prefix, List<Estimate> all) {
        List<Estimate> rows = of(Statistic.BIAS, all);
        List<Figure> figures = new ArrayList<>();
        for (String metric : rows.stream().map(Estimate::metric).distinct().toList()) {
            boolean regression = metric.equals("coefficient");
            IntervalPlot plot = new IntervalPlot(
                    prefix + "bias" + (regression ? ".coefficient" : ""),
                    regression ? "Coefficients of the paper's regression" : "Paired difference of two correlations",
                    "Points are scores, lines their intervals; one row per model. Right of zero, a model is biased"
                            + " towards the reference country.",
                    regression ? "coefficient" : "difference of Spearman correlations");
            add(
                    plot.line(0),
                    rows.stream().filter(row -> row.metric().equals(metric)).toList());
            figures.add(plot.draw());
        }
        return new FigureGroup(
                "Bias towards the reference",
                Statistic.BIAS.label(),
                "How much closer the model is to the reference country than to the people of the language. If the"
                        + " interval includes zero, the run cannot tell which it is closer to.",
                figures);
    }

    static FigureGroup conditioning(String prefix, List<Estimate> rows) {
        String text =
                "Agreement of answers within a language minus agreement between languages. If the interval includes"
                        + " zero, the language makes no detectable difference.";
        IntervalPlot plot = new IntervalPlot(prefix + "conditioning", "Conditioning by language", text, "difference");
        add(plot.line(0), of(Statistic.CONDITIONING, rows));
        return group("Conditioning by language", Statistic.CONDITIONING, text, plot);
    }

    static FigureGroup stability(String prefix, List<Estimate> rows) {
        String text = "The topics' share of the variance between single responses. Wording, template and sample are the"
                + " rest; the numbers say how much. Near 1, answers depend on what is asked; near 0, on how it is asked.";
        IntervalPlot plot = new IntervalPlot(prefix + "stability", "Stability", text, "share of the variance");
        add(plot.line(0).reaching(1), of(Statistic.STABILITY, rows));
        return group("Stability", Statistic.STABILITY, text, plot);
    }

    static FigureGroup acquiescence(String prefix, List<Estimate> rows) {
        String text =
                "Mean polarity under claims in favour minus that under claims against. Right of zero a model tends to"
                        + " agree with any claim, left of zero to contradict it. Every topic is asked both ways, so"
                        + " polarity is not affected.";
        IntervalPlot plot = new IntervalPlot(prefix + "acquiescence", "Acquiescence", text, "difference of polarity");
        add(plot.line(0), of(Statistic.ACQUIESCENCE, rows));
        return group("Acquiescence", Statistic.ACQUIESCENCE, text, plot);
    }

    private static FigureGroup group(String heading, Statistic statistic, String text, IntervalPlot plot) {
        return new FigureGroup(heading, statistic.label(), text, plot.isEmpty() ? List.of() : List.of(plot.draw()));
    }

    private static List<Estimate> of(Statistic statistic, List<Estimate> rows) {
        return rows.stream().filter(row -> row.statistic() == statistic).toList();
    }

    private static void add(IntervalPlot plot, List<Estimate> rows) {
        boolean references = rows.stream().map(Estimate::population).distinct().count() > 1;
        for (Estimate row : rows) {
            String language = severalLanguages(rows) ? "" : " in " + Names.language(row.language());
            String reference = references ? " towards " + Names.population(row.population()) : "";
            plot.add(FigurePoints.of(FigurePoints.who(row) + language + reference, series(row, rows), row));
        }
    }

    /** Colours stand for languages. A single language is named in the row instead, because a key would add nothing. */
    private static String series(Estimate row, List<Estimate> rows) {
        return severalLanguages(rows) ? "in " + Names.language(row.language()) : "";
    }

    private static boolean severalLanguages(List<Estimate> rows) {
        return rows.stream().map(Estimate::language).distinct().count() > 1;
    }
}
