package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

    /** Chi-squared goodness of fit, seeded: each case covers a branch (inversion, rejection, reflection, large counts). */
    @ParameterizedTest
    @CsvSource({
        "5, 0.3",
        "40, 0.05",
        "40, 0.45",
        "100, 0.9",
        "300, 0.2",
        "2000, 0.5",
        "3000000, 0.000001",
        "3000000, 0.4"
    })
    void drawsFollowTheBinomialDistribution(int trials, double p) {
        UniformRandomProvider rng = new Seeds(4).stream(trials);
        BinomialDistribution truth = BinomialDistribution.of(trials, p);
        int bins = 20;
        int draws = 40_000;
        int[] edges = new int[bins];
        for (int b = 0; b < bins; b++) {
            edges[b] = b == bins - 1 ? trials : truth.inverseCumulativeProbability((b + 1.0) / bins);
        }
        int[] seen = new int[bins];
        for (int i = 0; i < draws; i++) {
            long k = Binomial.draw(rng, trials, p);
            assertThat(k).isBetween(0L, (long) trials);
            int bin = 0;
            while (k > edges[bin]) {
                bin++;
            }
            seen[bin]++;
        }
        double statistic = 0;
        int used = 0;
        for (int b = 0; b < bins; b++) {
            double expected = draws
                    * (truth.cumulativeProbability(edges[b])
                            - (b == 0 ? 0 : truth.cumulativeProbability(edges[b - 1])));
            if (expected > 5) {
                statistic += (seen[b] - expected) * (seen[b] - expected) / expected;
                used++;
            }
        }
        assertThat(used).isGreaterThan(2);
        assertThat(ChiSquaredDistribution.of(used - 1).survivalProbability(statistic))
                .isGreaterThan(1e-3);
    }
}
