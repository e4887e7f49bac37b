package dev.cultivar.report.figure;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.plot.IntervalPoint;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.text.FileName;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How alignments and biases changed since each baseline. */
public final class BaselineFigures {

    /** Identifies these figures among a suite's; other figures are identified by a statistic. */
    public static final String GROUP = "baseline";

    private static final int MOST_POINTS = 120;

    private BaselineFigures() {}

    static FigureGroup group(String prefix, List<AgainstBaseline> all) {
        List<Figure> figures = new ArrayList<>();
        for (AgainstBaseline against : all) {
            draw(prefix, against, Statistic.BIAS, "Right of zero, bias rose.", 1)
                    .ifPresent(figures::add);
            draw(
                            prefix,
                            against,
                            Statistic.DISTINCT,
                            "Left of zero the model lost what is distinct about the population.",
                            -1)
                    .ifPresent(figures::add);
            draw(prefix, against, Statistic.ALIGNMENT, "Left of zero the model lost alignment.", -1)
                    .ifPresent(figures::add);
        }
        return new FigureGroup("Change since the baseline", GROUP, "", figures);
    }

    /** @param worse the sign of a change for the worse */
    private static Optional<Figure> draw(
            String prefix, AgainstBaseline against, Statistic statistic, String reading, int worse) {
        List<AgainstBaseline.Change> changes = against.changes().stream()
                .filter(change -> change.statistic().equals(statistic.label()))
                .toList();
        IntervalPlot plot = new IntervalPlot(
                prefix + "baseline." + FileName.of(against.baseline()) + "." + statistic.label(),
                "Change in " + statistic.label() + " since " + PlainText.line(against.baseline()),
                "Points are " + statistic.label() + " now minus " + statistic.label()
                        + " in the baseline, lines their intervals; one row per model and language. " + reading,
                switch (statistic) {
                    case BIAS -> "change in the difference of correlations";
                    case DISTINCT -> "change in the partial Spearman correlation";
                    default -> "change in the Spearman correlation";
                });
        plot.line(0).reaching(0.1).reaching(-0.1);
        changes.stream()
                .map(AgainstBaseline.Change::margin)
                .filter(margin -> margin != null)
                .distinct()
                .forEach(margin -> plot.line(worse * margin));
        changes.stream()
                .filter(change -> change.difference() != null)
                .limit(MOST_POINTS)
                .forEach(change -> plot.add(new IntervalPoint(
                        PlainText.line(change.model() + " in " + Names.language(change.language()), 40),
                        PlainText.line(Names.population(change.population()), 40),
                        orNaN(change.difference()),
                        orNaN(change.lower()),
                        orNaN(change.upper()),
                        PlainText.line(says(change)))));
        return plot.isEmpty() ? Optional.empty() : Optional.of(plot.draw());
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String says(AgainstBaseline.Change change) {
        return change.model() + " in " + Names.language(change.language())
                + (change.statistic().equals(Statistic.BIAS.label()) ? " towards " : " with ")
                + Names.population(change.population())
                + ": "
                + Numbers.score(change.before()) + " then, " + Numbers.score(change.now()) + " now";
    }
}
