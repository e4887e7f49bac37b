package dev.cultivar.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Multiplicity control over the gates of a suite. Each gate with an interval is a test of "the statistic equals its threshold" against
 * either side, with the two-sided p-value of its pivot; a rejected one is decided by the side that the estimate lies on.
 *
 * <p>Each gate then gets an interval of its own level such that the interval leaves out the threshold exactly where the test is
 * rejected, so the interval that is printed never contradicts the verdict.
 */
public enum Correction {
    /**
     * Holm (1979): the probability that any gate of the run is decided wrongly, passed or failed, is at most {@code 1 - confidence},
     * however the gates depend on each other.
     */
    HOLM {
        @Override
        public double[] alphas(double[] p, double alpha) {
            int m = p.length;
            double[] alphas = new double[m];
            boolean rejecting = true;
            double stopped = alpha;
            int rank = 0;
            for (int gate : ascending(p)) {
                double here = alpha / (m - rank);
                if (rejecting && p[gate] > here) {
                    rejecting = false;
                    stopped = here;
                }
                alphas[gate] = rejecting ? here : stopped;
                rank++;
            }
            return alphas;
        }
    },
    /**
     * Benjamini and Hochberg (1995): of the gates that are decided, the expected share decided wrongly is at most
     * {@code 1 - confidence} where gates are independent or positively dependent. Intervals are those of Benjamini and Yekutieli (2005).
     */
    BH {
        @Override
        public double[] alphas(double[] p, double alpha) {
            int m = p.length;
            int rejected = 0;
            int rank = 0;
            for (int gate : ascending(p)) {
                rank++;
                if (p[gate] <= alpha * ((double) rank / m)) {
                    rejected = rank;
                }
            }
            double[] alphas = new double[m];
            Arrays.fill(alphas, alpha * ((double) Math.max(1, rejected) / m));
            return alphas;
        }
    },
    /** Each gate by itself: the more gates, the likelier that one is decided wrongly. */
    NONE {
        @Override
        public double[] alphas(double[] p, double alpha) {
            double[] alphas = new double[p.length];
            Arrays.fill(alphas, alpha);
            return alphas;
        }
    };

    /**
     * Error level of each gate's interval.
     *
     * @param p two-sided p-values of "the statistic equals its threshold"
     * @param alpha error level of the run, {@code 1 - confidence}
     */
    public abstract double[] alphas(double[] p, double alpha);

    /** As written by users: {@code holm}, {@code bh} or {@code none}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(gate -> p[gate]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
