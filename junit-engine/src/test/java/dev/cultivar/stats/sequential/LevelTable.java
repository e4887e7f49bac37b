package dev.cultivar.stats.sequential;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** {@link GroupSequentialDesign} at equal looks for simulations: its levels by |z|, worked out once; exact ones would take hours. */
public final class LevelTable {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double GRID = 0.05;
    private static final int POINTS = 140;
    private static final double LEAST_HOPE = 0.1;

    private final GroupSequentialDesign test;
    private final double[][] logs;
    private final Map<Double, Double> lasts = new ConcurrentHashMap<>();

    /** @param looks at least 1 */
    public LevelTable(int looks) {
        test = new GroupSequentialDesign(IntStream.rangeClosed(1, looks)
                .mapToDouble(look -> (double) look / looks)
                .toArray());
        logs = new double[looks][POINTS];
        for (int look = 0; look < looks; look++) {
            for (int point = 0; point < POINTS; point++) {
                logs[look][point] =
                        Math.log(Math.max(1e-15, test.level(look, 2 * NORMAL.survivalProbability(point * GRID))));
            }
        }
    }

    /** Share of the information at a look, in (0, 1]. */
    double share(int look) {
        return test.share(look);
    }

    /** Of |z| at a look. */
    public double level(int look, double z) {
        double place = Math.min(Math.abs(z) / GRID, POINTS - 1.001);
        int below = (int) place;
        return Math.exp(logs[look][below] + (place - below) * (logs[look][below + 1] - logs[look][below]));
    }

    /** Whether the rule gives a test up, of which so many are open. */
    public boolean hopeless(int look, double z, double alpha, int open) {
        return test.share(look) >= 0.5
                && open > 0
                && GroupSequentialDesign.conditionalPower(z, test.share(look), last(alpha / open)) < LEAST_HOPE;
    }

    private double last(double alpha) {
        return lasts.computeIfAbsent(alpha, level -> test.boundaries(level)[test.looks() - 1]);
    }
}
