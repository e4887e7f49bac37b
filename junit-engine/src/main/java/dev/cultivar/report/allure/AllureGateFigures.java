package dev.cultivar.report.allure;

import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Capability;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Regression;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.plot.IntervalPoint;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.FileName;
import dev.cultivar.text.Names;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a gate: its own interval against threshold and reference points, and the page's figure that shows it among others. */
final class AllureGateFigures {

    private final SuiteFigures page;

    AllureGateFigures(SuiteFigures page) {
        this.page = page;
    }

    /** The gate's own figure; empty if there is nothing to draw. */
    Optional<Figure> own(GateResult gate, GateRow row, AllureGateFacts facts, String title) {
        if (row.estimate() == null) {
            return Optional.empty();
        }
        IntervalPlot plot = new IntervalPlot(
                "gate",
                title,
                "The score with its interval; the line is the threshold, " + GateLines.bound(row) + ".",
                gate.gate().key());
        plot.line(row.limit());
        facts.people().ifPresent(people -> plot.add(people(people)));
        facts.points().ifPresent(points -> points(points, plot));
        plot.add(new IntervalPoint(
                "score", "", row.estimate(), end(row.lower()), end(row.upper()), "score " + GateLines.estimate(row)));
        return Optional.of(plot.draw());
    }

    private static double end(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static IntervalPoint people(ResultRow people) {
        double value = end(people.estimate());
        return new IntervalPoint(
                "people", "", value, end(people.lower()), end(people.upper()), "people " + Decimals.score(value));
    }

    private static void points(ReferencePoints points, IntervalPlot plot) {
        point("own", points.own(), plot);
        point(Names.population(PopulationTable.REFERENCE), points.reference(), plot);
        point("mean of others", points.world(), plot);
        point("best other: " + Names.population(points.bestOtherName()), points.bestOther(), plot);
        point("random", points.random(), plot);
    }

    private static void point(String row, @Nullable Double score, IntervalPlot plot) {
        if (score != null) {
            plot.add(new IntervalPoint(row, "", score, Double.NaN, Double.NaN, row + " " + Decimals.score(score)));
        }
    }

    /** The page's figures that show the gate's statistic among other models'. */
    List<Figure> among(GateResult gate) {
        return page.all().stream().filter(figure -> shows(figure, gate)).toList();
    }

    private boolean shows(Figure figure, GateResult gate) {
        String start = FileName.of(page.suite()) + ".";
        String name = figure.name().startsWith(start) ? figure.name().substring(start.length()) : figure.name();
        String language = FileName.of(Objects.requireNonNullElse(gate.language(), ""));
        if (gate.gate() instanceof Alignment) {
            return name.equals("alignment." + language + "."
                    + FileName.of(gate.gate().metric().orElse(Metric.SPEARMAN.label())));
        }
        if (gate.gate() instanceof Regression || gate.gate() instanceof Drift) {
            return name.startsWith("baseline.");
        }
        if (gate.gate() instanceof Capability) {
            return name.equals("capability.slopes") || name.equals("capability." + language);
        }
        return name.equals(gate.gate().key());
    }
}
