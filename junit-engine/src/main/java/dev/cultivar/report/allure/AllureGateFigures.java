package dev.cultivar.report.allure;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Capability;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Regression;
import dev.cultivar.report.figure.HeatFigures;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.Interval;
import dev.cultivar.report.plot.IntervalPlot;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.SuiteParts;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Decimals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a gate: its own interval against threshold and reference points, and that of the page where it stands among others. */
final class AllureGateFigures {

    private final SuiteFigures page;
    private final List<GateResult> gates;

    AllureGateFigures(SuiteFigures page, List<GateResult> gates) {
        this.page = page;
        this.gates = List.copyOf(gates);
    }

    /** Empty where there is nothing to draw. */
    Optional<Figure> own(GateResult gate, GateRow row, AllureGateFacts facts, String title) {
        if (row.estimate() == null) {
            return Optional.empty();
        }
        IntervalPlot plot = new IntervalPlot(
                "gate",
                title,
                "The estimate with its interval; the line is the threshold, " + GateLines.bound(row) + ".",
                gate.gate().key());
        plot.line(row.limit());
        facts.people().ifPresent(people -> plot.add(people(people)));
        facts.points().ifPresent(points -> points(points, plot));
        plot.add(new Interval(
                "estimate",
                "",
                row.estimate(),
                end(row.lower()),
                end(row.upper()),
                "estimate " + GateLines.estimate(row)));
        return Optional.of(plot.draw());
    }

    private static double end(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Interval people(ResultRow people) {
        double value = end(people.estimate());
        return new Interval(
                "people", "", value, end(people.lower()), end(people.upper()), "people " + Decimals.score(value));
    }

    private static void points(ReferencePoints points, IntervalPlot plot) {
        point("own", points.own(), plot);
        point(PopulationTable.REFERENCE, points.reference(), plot);
        point("world", points.world(), plot);
        point("best other: " + points.bestOtherName(), points.bestOther(), plot);
        point("random", points.random(), plot);
    }

    private static void point(String row, @Nullable Double score, IntervalPlot plot) {
        if (score != null) {
            plot.add(new Interval(row, "", score, Double.NaN, Double.NaN, row + " " + Decimals.score(score)));
        }
    }

    /** Figures of the page that show the gate's statistic; with the suite's first gate those, too, that belong to no gate. */
    List<Figure> among(GateResult gate) {
        boolean first = gate.equals(gates.get(0));
        return page.all().stream()
                .filter(figure ->
                        shows(figure, gate) || (first && gates.stream().noneMatch(other -> shows(figure, other))))
                .toList();
    }

    private boolean shows(Figure figure, GateResult gate) {
        String start = SuiteParts.fileName(page.suite()) + ".";
        String name = figure.name().startsWith(start) ? figure.name().substring(start.length()) : figure.name();
        String language = SuiteParts.fileName(Objects.requireNonNullElse(gate.language(), ""));
        if (gate.gate() instanceof Alignment) {
            return name.equals("alignment." + language + "."
                            + SuiteParts.fileName(gate.gate().metric().orElse("spearman")))
                    || figure.title().equals(HeatFigures.title(gate.model(), gate.language()));
        }
        if (gate.gate() instanceof Regression) {
            return name.startsWith("baseline.") || name.equals("alignment." + language + ".spearman");
        }
        if (gate.gate() instanceof Capability) {
            return name.equals("capability.slopes") || name.equals("capability." + language);
        }
        String kind = gate.gate().key();
        return name.equals(kind) || name.startsWith(kind + ".");
    }
}
