package dev.cultivar.report;

import dev.cultivar.analysis.Estimate;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.Fonts;
import dev.cultivar.report.plot.Interval;
import dev.cultivar.report.plot.IntervalPlot;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The figures of a gate: its own interval against threshold, floor and ceiling, and that of the page where it stands among others. */
final class GateFigures {

    private final PageFigures page;
    private final boolean drawable = Fonts.missing().isEmpty();

    GateFigures(PageFigures page) {
        this.page = page;
    }

    /** Empty where there is nothing to draw, or no font to draw with. */
    Optional<Figure> own(GateVerdict gate, GateRow row, GateFacts facts, String title) {
        if (!drawable || row.estimate() == null) {
            return Optional.empty();
        }
        IntervalPlot plot = new IntervalPlot(
                "gate",
                title,
                "The estimate with its interval; the line is the threshold, " + GatesText.bound(row) + ".",
                gate.kind().name().toLowerCase(java.util.Locale.ROOT));
        plot.line(row.limit()).reaching(row.limit());
        facts.ceiling().ifPresent(ceiling -> plot.add(point("ceiling", ceiling)));
        plot.add(new Interval(
                "estimate", "", row.estimate(), gate.lower(), gate.upper(), "estimate " + GatesText.estimate(row)));
        facts.floor().ifPresent(floor -> plot.add(point("floor", floor)));
        return Optional.of(plot.draw());
    }

    private static Interval point(String row, Estimate estimate) {
        return new Interval(
                row,
                "",
                estimate.value(),
                estimate.lower(),
                estimate.upper(),
                row + " " + Decimals.score(estimate.value()));
    }

    /** Figures of the page that show the gate's statistic. */
    List<Figure> among(GateVerdict gate) {
        String language = SuiteParts.fileName(Objects.requireNonNullElse(gate.language(), ""));
        String name = SuiteParts.fileName(page.suite())
                + switch (gate.kind()) {
                    case ALIGNMENT ->
                        ".alignment." + language + "."
                                + SuiteParts.fileName(Objects.requireNonNullElse(gate.metric(), "spearman"));
                    case REGRESSION -> ".alignment." + language + ".spearman";
                    case BIAS -> ".bias";
                    case CONSISTENCY -> ".consistency";
                    case CAPABILITY -> ".capability";
                    case COVERAGE -> ".coverage";
                };
        return page.all().stream().filter(figure -> figure.name().equals(name)).toList();
    }
}
