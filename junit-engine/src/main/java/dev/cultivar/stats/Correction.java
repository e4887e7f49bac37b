package dev.cultivar.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Multiplicity control over a family of tests. Each tests "the statistic equals its null value" against either side, with the two-sided
 * p-value of its pivot; a rejected test takes the side of the estimate.
 *
 * <p>Each statistic then gets an interval at its own level, which leaves out the null value exactly where the test is rejected. So
 * interval and test never contradict each other.
 */
public enum Correction {
    /**
     * Holm (1979): the probability of deciding any test of the family wrongly, for either side, is at most {@code alpha}, however the
     * tests depend on each other.
     */
    HOLM {
        @Override
        public double[] alphas(double[] p, double alpha) {
            int m = p.length;
            double[] alphas = new double[m];
            boolean rejecting = true;
            double stopped = alpha;
            int rank = 0;
            for (int test : ascending(p)) {
                double here = alpha / (m - rank);
                if (rejecting && p[test] > here) {
                    rejecting = false;
                    stopped = here;
                }
                alphas[test] = rejecting ? here : stopped;
                rank++;
            }
            return alphas;
        }
    },
    /**
     * Benjamini and Hochberg (1995): among the rejected tests, the expected share decided wrongly is at most {@code alpha} if the tests
     * are independent or positively dependent. Intervals are those of Benjamini and Yekutieli (2005).
     */
    BH {
        @Override
        public double[] alphas(double[] p, double alpha) {
            int m = p.length;
            int rejected = 0;
            int rank = 0;
            for (int test : ascending(p)) {
                rank++;
                if (p[test] <= alpha * ((double) rank / m)) {
                    rejected = rank;
                }
            }
            double[] alphas = new double[m];
            Arrays.fill(alphas, alpha * ((double) Math.max(1, rejected) / m));
            return alphas;
        }
    },
    /** Each test by itself: the more tests, the more likely it is that one is decided wrongly. */
    NONE {
        @Override
        public double[] alphas(double[] p, double alpha) {
            double[] alphas = new double[p.length];
            Arrays.fill(alphas, alpha);
            return alphas;
        }
    };

    /**
     * Error level of each test, and of its interval.
     *
     * @param p two-sided p-values of "the statistic equals its null value", each in [0,1]
     * @param alpha error level of the family, in (0,1)
     */
    public abstract double[] alphas(double[] p, double alpha);

    /** The authors' names, for example {@code Holm}; empty for none. */
    public String authors() {
        return switch (this) {
            case HOLM -> "Holm";
            case BH -> "Benjamini and Hochberg";
            case NONE -> "";
        };
    }

    /** The correction with a label. */
    public static Correction labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The label that users write: {@code holm}, {@code bh} or {@code none}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> p[test]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
