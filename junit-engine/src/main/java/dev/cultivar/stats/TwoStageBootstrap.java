package dev.cultivar.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Resampling of clusters, then of the units within them, on a table of counts: {@code counts[c][v]} units of cluster {@code c} are of
 * kind {@code v}. A draw gives new counts in the same places. Its cost is that of the table; how many units there are does not matter.
 * Immutable; safe to share between threads.
 *
 * <p>A cluster that is drawn {@code k} times is resampled within {@code k} times, independently: together that is one multinomial of
 * {@code k} times its units (Davison and Hinkley 1997, section 3.8).
 */
public final class TwoStageBootstrap {

    private final int[][] counts;
    private final int cells;

    private TwoStageBootstrap(int[][] counts, int cells) {
        this.counts = counts;
        this.cells = cells;
    }

    /**
     * Takes a table of counts; rows may have different lengths.
     *
     * @throws IllegalArgumentException if there is no cluster or a count is negative
     */
    public static TwoStageBootstrap of(int[][] counts) {
        Require.atLeast("number of clusters", counts.length, 1);
        int[][] copy = new int[counts.length][];
        int cells = 0;
        for (int c = 0; c < counts.length; c++) {
            copy[c] = counts[c].clone();
            for (int v = 0; v < copy[c].length; v++) {
                Require.atLeast("counts[" + c + "][" + v + "]", copy[c][v], 0);
            }
            cells += copy[c].length;
        }
        return new TwoStageBootstrap(copy, cells);
    }

    /** Number of clusters. */
    public int clusters() {
        return counts.length;
    }

    /** Length of a draw: the table row after row, {@code counts[0][0], counts[0][1], ..., counts[1][0], ...}. */
    public int cells() {
        return cells;
    }

    /** How often each of {@code clusters} comes up when as many are drawn with replacement. */
    public static int[] multiplicities(UniformRandomProvider rng, int clusters) {
        int[] times = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            times[rng.nextInt(clusters)]++;
        }
        return times;
    }

    /** Draws clusters, then units within them. */
    public double[] draw(UniformRandomProvider rng) {
        return draw(rng, multiplicities(rng, counts.length));
    }

    /**
     * Draws units within clusters that were drawn already, so that several tables over the same clusters can share one draw of them.
     *
     * @param times how often each cluster was drawn
     * @throws IllegalArgumentException if there is not one number a cluster, or one is negative
     */
    public double[] draw(UniformRandomProvider rng, int[] times) {
        checkTimes(times);
        double[] weights = new double[cells];
        int cell = 0;
        for (int c = 0; c < counts.length; c++) {
            multinomial(rng, counts[c], times[c], weights, cell);
            cell += counts[c].length;
        }
        return weights;
    }

    /** Resampling of clusters alone: the units of each count as often as it was drawn. */
    public double[] weights(int[] times) {
        checkTimes(times);
        double[] weights = new double[cells];
        int cell = 0;
        for (int c = 0; c < counts.length; c++) {
            for (int count : counts[c]) {
                weights[cell++] = (double) count * times[c];
            }
        }
        return weights;
    }

    private void checkTimes(int[] times) {
        if (times.length != counts.length) {
            throw new IllegalArgumentException("there are " + times.length + " multiplicities for " + counts.length
                    + " clusters; one is needed for each");
        }
        for (int c = 0; c < times.length; c++) {
            Require.atLeast("multiplicity of cluster " + c, times[c], 0);
        }
    }

    private static void multinomial(UniformRandomProvider rng, int[] counts, int times, double[] into, int from) {
        long left = 0;
        for (int count : counts) {
            left += count;
        }
        long trials = left * times;
        for (int v = 0; v < counts.length && trials > 0; v++) {
            long drawn = counts[v] == left ? trials : Binomial.draw(rng, trials, (double) counts[v] / left);
            into[from + v] = drawn;
            trials -= drawn;
            left -= counts[v];
        }
    }
}
