package dev.cultivar.stats;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Resampling of units that are held as counts: a draw takes as many units as there are, with replacement, and gives a new count in each
 * place, which is one multinomial draw. The cost depends on the number of places, not on the number of units. Immutable; safe to share
 * between threads.
 */
public final class CountBootstrap {

    private final int[] counts;
    private final long units;

    /**
     * @param counts units in each place
     * @throws IllegalArgumentException if a count is negative
     */
    public CountBootstrap(int[] counts) {
        this.counts = counts.clone();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            Require.atLeast("counts[" + i + "]", counts[i], 0);
            sum += counts[i];
        }
        this.units = sum;
    }

    /** New counts in the same places; their sum does not change. */
    public double[] draw(UniformRandomProvider rng) {
        double[] drawn = new double[counts.length];
        long left = units;
        long trials = units;
        for (int i = 0; i < counts.length && trials > 0; i++) {
            long here = counts[i] == left ? trials : Binomial.draw(rng, trials, (double) counts[i] / left);
            drawn[i] = here;
            trials -= here;
            left -= counts[i];
        }
        return drawn;
    }
}
