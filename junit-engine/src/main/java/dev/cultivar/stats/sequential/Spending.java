package dev.cultivar.stats.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of the error level may be spent by the time a share of the information is in: little at first, as with O'Brien and Fleming.
 */
final class Spending {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Spending() {}

    /**
     * Two-sided error spent, {@code 4 (1 - Phi(z(1 - alpha/4) / sqrt(t)))} (Lan and DeMets 1983).
     *
     * @param alpha error level in (0, 1)
     * @param share of the information, in (0, 1]
     * @return in (0, alpha]
     */
    static double upTo(double alpha, double share) {
        return share == 1
                ? alpha
                : 4 * NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(alpha / 4) / Math.sqrt(share));
    }

    /** The error level of which {@code spent} is used up at that share; the inverse of {@link #upTo}. */
    static double level(double spent, double share) {
        return share == 1
                ? spent
                : 4 * NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(spent / 4) * Math.sqrt(share));
    }
}
