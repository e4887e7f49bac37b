package dev.cultivar.stats;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tests of a quantity against bounds, as p-values in [0, 1]: a small one speaks for the claim that the method is named after. Each comes
 * in two forms: from an estimate with its standard error and degrees of freedom (infinite for the normal distribution), and from
 * bootstrap replicates, where p is {@code (1 + replicates against the claim) / (1 + rounds)}, which goes with percentile intervals. An
 * undefined estimate gives NaN; an undefined replicate counts against the claim.
 */
public final class MarginTests {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private MarginTests() {}

    /** That a quantity is above {@code bound}; its lower confidence bound at level 1 - alpha is above it just where p is below alpha. */
    public static double above(double estimate, double stdError, double df, double bound) {
        return oneSided(estimate - bound, stdError, df);
    }

    /** That a quantity is above {@code bound}, from replicates. */
    public static double above(double[] replicates, double bound) {
        return against(replicates, value -> !(value > bound));
    }

    /** That a quantity is below {@code bound}. */
    public static double below(double estimate, double stdError, double df, double bound) {
        return oneSided(bound - estimate, stdError, df);
    }

    /** That a quantity is below {@code bound}, from replicates. */
    public static double below(double[] replicates, double bound) {
        return against(replicates, value -> !(value < bound));
    }

    /**
     * Non-inferiority: that a difference (new less old, more is better) is above {@code -margin}.
     *
     * @param margin what may be lost, &gt;= 0
     * @throws IllegalArgumentException if the margin is negative or NaN
     */
    public static double nonInferior(double difference, double stdError, double df, double margin) {
        return above(difference, stdError, df, -checked(margin));
    }

    /** Non-inferiority from replicates of the difference. */
    public static double nonInferior(double[] differences, double margin) {
        return above(differences, -checked(margin));
    }

    /**
     * Equivalence by two one-sided tests (TOST, Schuirmann 1987): that a difference lies between {@code -margin} and {@code margin}.
     *
     * @throws IllegalArgumentException if the margin is negative or NaN
     */
    public static double equivalent(double difference, double stdError, double df, double margin) {
        checked(margin);
        return Math.max(above(difference, stdError, df, -margin), below(difference, stdError, df, margin));
    }

    /** Equivalence from replicates of the difference. */
    public static double equivalent(double[] differences, double margin) {
        checked(margin);
        return Math.max(above(differences, -margin), below(differences, margin));
    }

    private static double checked(double margin) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("margin is " + margin + "; it must be at least 0");
        }
        return margin;
    }

    private static double oneSided(double distance, double stdError, double df) {
        if (stdError < 0) {
            throw new IllegalArgumentException("standard error is " + stdError + "; it must be at least 0");
        }
        if (Double.isNaN(distance) || Double.isNaN(stdError) || !(df > 0)) {
            return Double.NaN;
        }
        if (stdError == 0) {
            return distance > 0 ? 0 : 1;
        }
        double t = distance / stdError;
        return Double.isInfinite(df)
                ? NORMAL.survivalProbability(t)
                : TDistribution.of(df).survivalProbability(t);
    }

    private static double against(double[] replicates, DoublePredicate refutes) {
        if (replicates.length == 0) {
            return Double.NaN;
        }
        return (1.0 + Arrays.stream(replicates).filter(refutes).count()) / (1.0 + replicates.length);
    }
}
