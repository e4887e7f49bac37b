package dev.cultivar.results.decision;

import dev.cultivar.gate.Gate;
import dev.cultivar.results.GateRow;
import dev.cultivar.stats.Power;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * How far from its threshold a figure must be for such gates to decide it in 80 of 100 runs: what a run could detect. Each gate's own
 * distance is half its interval's width, lengthened by the factor that this certainty requires.
 *
 * @param gate one of the gates
 * @param least the smallest distance of the gates
 * @param middle the median distance
 * @param most the largest distance
 */
public record DecidableDistance(Gate gate, double least, double middle, double most) {

    private static final double OFTEN = 0.8;

    /** One for each measure whose gates have intervals, in the order of the gates. */
    public static List<DecidableDistance> of(List<GateRow> gates) {
        Map<Measure, List<GateRow>> groups = new LinkedHashMap<>();
        gates.stream()
                .filter(gate -> gate.lower() != null && gate.upper() != null && gate.confidence() != null)
                .forEach(gate -> groups.computeIfAbsent(Measure.of(gate), key -> new ArrayList<>())
                        .add(gate));
        return groups.values().stream().map(DecidableDistance::one).toList();
    }

    /** At half an interval's width, a gate is decided in half of the runs. */
    private static double seen(double half, double confidence) {
        Power power = Power.twoSided(1 - confidence);
        return half * power.detectable(OFTEN) / power.detectable(0.5);
    }

    private static DecidableDistance one(List<GateRow> gates) {
        double[] seen = gates.stream()
                .flatMapToDouble(gate -> gate.lower() == null || gate.upper() == null || gate.confidence() == null
                        ? DoubleStream.empty()
                        : DoubleStream.of(seen((gate.upper() - gate.lower()) / 2, gate.confidence())))
                .sorted()
                .toArray();
        return new DecidableDistance(
                gates.get(0).declared(),
                seen[0],
                (seen[(seen.length - 1) / 2] + seen[seen.length / 2]) / 2,
                seen[seen.length - 1]);
    }
}
