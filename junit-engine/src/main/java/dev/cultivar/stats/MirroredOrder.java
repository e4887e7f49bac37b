package dev.cultivar.stats;

import java.util.Arrays;

/**
 * Signed ranks about one half: sorted once, ranked many times under new weights. They are the ranks of values in [0,1] among themselves
 * and their mirror images {@code 1 - x}, minus the middle rank and divided by two. A correlation of these ranks therefore does not depend
 * on which end of the scale is called 1. Immutable; safe to share between threads.
 */
public final class MirroredOrder {

    private static final double PRECISION = 1e12; // 1 - (1 - x) is not always x

    private final TieOrder distances;
    private final double[] signs;

    private MirroredOrder(TieOrder distances, double[] signs) {
        this.distances = distances;
        this.signs = signs;
    }

    /**
     * Sorts a column by distance from one half.
     *
     * @param x values in [0,1]; NaN has no rank
     */
    public static MirroredOrder of(double[] x) {
        double[] d = new double[x.length];
        Arrays.setAll(d, i -> Double.isNaN(x[i]) ? Double.NaN : Math.rint((x[i] - 0.5) * PRECISION) / PRECISION);
        double[] signs =
                Arrays.stream(d).map(v -> Double.isNaN(v) ? 0 : Math.signum(v)).toArray();
        return new MirroredOrder(TieOrder.of(Arrays.stream(d).map(Math::abs).toArray()), signs);
    }

    /**
     * Writes signed ranks: the weight of values nearer to one half plus half the weight of those equally near, with the value's sign; 0
     * at one half. Made for loops: nothing is checked.
     *
     * @param w counts, &gt;= 0, one per value of the column
     * @param ranks where they go, in the order of the column; 0 where the column is NaN
     */
    public void ranks(double[] w, double[] ranks) {
        distances.midRanks(w, ranks);
        for (int i = 0; i < signs.length; i++) {
            ranks[i] = signs[i] * (ranks[i] - 0.5);
        }
    }
}
