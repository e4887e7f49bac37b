package dev.cultivar.results.baseline;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.survey.PopulationTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tightest gates that a baseline would hold, each taken by itself: the bounds of its intervals, rounded to the easier side. */
public final class HoldableGates {

    private static final int DIGITS = 2;

    private HoldableGates() {}

    /** Annotations that every model and language of the baseline would hold; empty if it has no intervals. */
    public static List<String> of(BaselineRun run, PopulationTable populations) {
        List<String> gates = new ArrayList<>();
        weakest(run, figure -> figure.isOf(Statistic.ALIGNMENT) && isLocal(figure, populations), -1)
                .ifPresent(min -> gates.add("@AlignmentGate(min = " + min.toPlainString() + ")"));
        weakest(run, figure -> figure.isOf(Statistic.DISTINCT) && isLocal(figure, populations), -1)
                .filter(min -> min.signum() > 0) // a gate that random answers would pass too is useless
                .ifPresent(min -> gates.add("@DistinctGate(min = " + min.toPlainString() + ")"));
        weakest(run, figure -> figure.isOf(Statistic.CONSISTENCY), -1)
                .ifPresent(min -> gates.add("@ConsistencyGate(min = " + min.toPlainString() + ")"));
        run.statistics().stream()
                .filter(figure -> figure.isOf(Statistic.BIAS))
                .map(figure -> String.valueOf(figure.population()))
                .distinct()
                .sorted()
                .forEach(reference -> weakest(
                                run, figure -> figure.isOf(Statistic.BIAS) && reference.equals(figure.population()), 1)
                        .ifPresent(max -> gates.add(
                                "@BiasGate(reference = \"" + reference + "\", max = " + max.toPlainString() + ")")));
        weakest(run, figure -> figure.isOf(Statistic.COVERAGE), -1)
                .ifPresent(min -> gates.add("@CoverageGate(min = " + min.toPlainString() + ")"));
        return gates;
    }

    private static boolean isLocal(BaselineRun.Figure figure, PopulationTable populations) {
        return populations
                .localPopulation(figure.language())
                .filter(local -> local.name().equals(figure.population()))
                .isPresent();
    }

    /** The weakest bound; empty if there is no such figure, or if one of them has no bound, because a gate on it would not hold. */
    private static Optional<BigDecimal> weakest(BaselineRun run, Predicate<BaselineRun.Figure> which, int side) {
        // coverage is an exact share
        Function<BaselineRun.Figure, @Nullable Double> bound =
                figure -> figure.isOf(Statistic.COVERAGE) ? figure.value() : side > 0 ? figure.upper() : figure.lower();
        List<BaselineRun.Figure> figures =
                run.statistics().stream().filter(which).toList();
        if (figures.isEmpty() || figures.stream().anyMatch(figure -> bound.apply(figure) == null)) {
            return Optional.empty();
        }
        double most = Double.NEGATIVE_INFINITY;
        for (BaselineRun.Figure figure : figures) {
            Double value = bound.apply(figure);
            most = value == null ? most : Math.max(most, side * value);
        }
        return Optional.of(
                BigDecimal.valueOf(side * most).setScale(DIGITS, side > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }
}
