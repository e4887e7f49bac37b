package dev.cultivar.stats;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Probability that several independent two-sided tests are all rejected, each in the direction of its effect, with a known standard
 * error.
 *
 * <p>Holm's method rejects all of {@code m} tests if, for each {@code j} of 1 to {@code m}, at least {@code m - j + 1} tests lie beyond
 * the quantile of {@code alpha / j}. The numbers of tests beyond the quantiles form a chain of binomials, from the outermost inwards, so
 * the probability is exact. Benjamini and Hochberg's method rejects all if every p-value is at most {@code alpha}, and so does the
 * absence of a correction.
 *
 * @param correction how the tests share {@code alpha}
 * @param tests at least 1
 * @param alpha error level of all tests, in (0,1)
 */
public record JointPower(Correction correction, int tests, double alpha) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double FARTHEST = 60;

    public JointPower {
        Require.atLeast("tests", tests, 1);
        Require.openUnit("alpha", alpha);
    }

    /**
     * The probability if all tests are at the same distance.
     *
     * @param shift distance of the truth from the threshold in standard errors
     * @return in [0,1]
     */
    public double of(double shift) {
        Require.finite("shift", shift);
        if (correction != Correction.HOLM) {
            return Math.pow(beyond(1, shift), tests);
        }
        double[] beyond = new double[tests + 1]; // probability by number of tests beyond the current quantile
        beyond[0] = 1;
        double outer = 0;
        for (int j = tests; j >= 1; j--) {
            double inner = beyond(j, shift);
            double joining = outer >= 1 ? 0 : (inner - outer) / (1 - outer);
            beyond = joined(beyond, Math.min(1, Math.max(0, joining)));
            Arrays.fill(beyond, 0, tests - j + 1, 0);
            outer = inner;
        }
        return Math.min(1, Arrays.stream(beyond).sum());
    }

    /**
     * The least distance at which all are rejected with probability {@code power}.
     *
     * @param power in (0,1), above the power at distance 0
     * @return in standard errors
     */
    public double shift(double power) {
        Require.openUnit("power", power);
        return new BrentSolver(1e-12, 1e-10).solve(500, shift -> of(shift) - power, 0, FARTHEST);
    }

    /** Probability that one test lies beyond the two-sided quantile of {@code alpha / j}, on the side of its effect. */
    private double beyond(int j, double shift) {
        return NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(alpha / (2.0 * j)) - shift);
    }

    private double[] joined(double[] before, double share) {
        double[] after = new double[tests + 1];
        for (int have = 0; have <= tests; have++) {
            if (before[have] > 0) {
                BinomialDistribution more = BinomialDistribution.of(tests - have, share);
                for (int k = 0; k <= tests - have; k++) {
                    after[have + k] += before[have] * more.probability(k);
                }
            }
        }
        return after;
    }
}
