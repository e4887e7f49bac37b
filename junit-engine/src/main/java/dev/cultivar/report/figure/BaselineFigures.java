package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.Interval;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.results.AgainstBaseline;
import dev.cultivar.results.SuiteParts;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How alignments changed since each baseline. */
public final class BaselineFigures {

    /** Marks these figures among those of a suite, where a statistic marks others. */
    public static final String GROUP = "baseline";

    private static final int MOST_POINTS = 120;

    private BaselineFigures() {}

    static FigureGroup group(String prefix, List<AgainstBaseline> all) {
        List<Figure> figures = new ArrayList<>();
        for (AgainstBaseline against : all) {
            IntervalPlot plot = new IntervalPlot(
                    prefix + "baseline." + SuiteParts.fileName(against.baseline()),
                    "Change of alignment since " + PlainText.line(against.baseline()),
                    "Points are alignment now less alignment in the baseline, lines their intervals, one row a model"
                            + " and language. Left of the line at zero the model lost alignment.",
                    "change of the Spearman correlation");
            plot.line(0).reaching(0.1).reaching(-0.1);
            against.changes().stream()
                    .map(AgainstBaseline.Change::margin)
                    .filter(margin -> margin != null)
                    .distinct()
                    .forEach(margin -> plot.line(-margin));
            against.changes().stream()
                    .filter(change -> change.difference() != null)
                    .limit(MOST_POINTS)
                    .forEach(change -> plot.add(new Interval(
                            PlainText.line(change.model() + " in " + change.language(), 40),
                            PlainText.line(change.population(), 40),
                            orNaN(change.difference()),
                            orNaN(change.lower()),
                            orNaN(change.upper()),
                            PlainText.line(says(change)))));
            if (!plot.isEmpty()) {
                figures.add(plot.draw());
            }
        }
        return new FigureGroup("Change against the baseline", GROUP, "", figures);
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String says(AgainstBaseline.Change change) {
        return change.model() + " in " + change.language() + " with " + change.population() + ": "
                + Numbers.score(change.before()) + " then, " + Numbers.score(change.now()) + " now";
    }
}
