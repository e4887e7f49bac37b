package dev.cultivar.stats;

import java.util.Arrays;

/** Bootstrap replicates of one or more statistics; row {@code r} is round {@code r}. Immutable. */
public final class BootstrapResult {

    private final double[][] columns;
    private final int rounds;

    BootstrapResult(double[][] rows) {
        rounds = rows.length;
        int statistics = rows[0].length;
        columns = new double[statistics][rounds];
        for (int r = 0; r < rounds; r++) {
            if (rows[r].length != statistics) {
                throw new IllegalArgumentException("round " + r + " returned " + rows[r].length
                        + " statistics but round 0 returned " + statistics + "; every round must return the same");
            }
            for (int j = 0; j < statistics; j++) {
                columns[j][r] = rows[r][j];
            }
        }
    }

    /** Number of rounds. */
    public int rounds() {
        return rounds;
    }

    /** Number of statistics in each round. */
    int statistics() {
        return columns.length;
    }

    /** The replicates of one statistic, in the order of the rounds (a copy); NaN in rounds where it was not defined. */
    public double[] replicates(int statistic) {
        return columns[statistic].clone();
    }

    /** How many rounds left a statistic undefined (NaN). */
    public int undefined(int statistic) {
        return (int) Arrays.stream(columns[statistic]).filter(Double::isNaN).count();
    }

    /** Standard deviation of a statistic over the rounds where it is defined; NaN with fewer than two of them. */
    public double standardError(int statistic) {
        double[] known = Arrays.stream(columns[statistic])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (known.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (known.length - 1));
    }
}
