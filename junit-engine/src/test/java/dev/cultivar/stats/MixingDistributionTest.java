package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class MixingDistributionTest {

    private static final int MANY = 100_000;

    @Test
    void componentsThatGiveOneOutcomeEachTakeItsShare() {
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        MixingDistribution fit =
                MixingDistribution.fit(new double[] {2, 5, 3}, identity, MixingDistribution.flat(3), 1e-12, MANY);
        assertThat(fit.weights()).containsExactly(new double[] {0.2, 0.5, 0.3}, within(1e-15));
        assertThat(fit.steps()).isEqualTo(1);
    }

    /** Two components and outcomes: the share 0.47 of the first outcome is 0.8 w + 0.2 (1 - w) for w = 0.45. */
    @Test
    void betweenTwoComponentsTheMixtureIsTheOneThatGivesTheShares() {
        MixingDistribution fit = MixingDistribution.fit(
                new double[] {47, 53},
                new double[][] {{0.8, 0.2}, {0.2, 0.8}},
                MixingDistribution.flat(2),
                1e-14,
                MANY);
        assertThat(fit.weights()).containsExactly(new double[] {0.45, 0.55}, within(1e-6));
        assertThat(fit.gap()).isLessThanOrEqualTo(1e-14);
    }

    @Test
    void outcomesBeyondAllComponentsLeaveTheNearestOneAlone() {
        MixingDistribution fit = MixingDistribution.fit(
                new double[] {95, 5}, new double[][] {{0.8, 0.2}, {0.2, 0.8}}, MixingDistribution.flat(2), 1e-12, MANY);
        assertThat(fit.weights()).containsExactly(new double[] {1, 0}, within(1e-10));
    }

    /** Ten trials tell a mixing distribution on three well-parted points from any other. */
    @Test
    void aKnownMixtureOfBinomialsIsFoundAgain() {
        double[] truth = {0.2, 0.5, 0.3};
        double[] chances = {0.1, 0.5, 0.8};
        UniformRandomProvider rng = new Seeds(72).stream(0);
        double[] counts = new double[11];
        for (int i = 0; i < 200_000; i++) {
            double u = rng.nextDouble();
            double p = chances[u < 0.2 ? 0 : u < 0.7 ? 1 : 2];
            int k = 0;
            for (int trial = 0; trial < 10; trial++) {
                k += rng.nextDouble() < p ? 1 : 0;
            }
            counts[k]++;
        }
        MixingDistribution fit =
                MixingDistribution.fit(counts, binomials(chances), MixingDistribution.flat(3), 1e-12, MANY);
        assertThat(fit.weights()).containsExactly(truth, within(0.006)); // four standard errors
    }

    @Test
    void noStepLowersTheLikelihoodAndTheGapBoundsWhatIsLeftToGain() {
        UniformRandomProvider rng = new Seeds(73).stream(0);
        for (int trial = 0; trial < 20; trial++) {
            double[] chances = rng.doubles(6).toArray();
            double[][] likelihood = binomials(chances);
            double[] shares = rng.doubles(11).toArray();
            double[] start = MixingDistribution.flat(6);
            double best = meanLogLikelihood(
                    shares, likelihood, MixingDistribution.fit(shares, likelihood, start, 1e-9, MANY));
            double before = Double.NEGATIVE_INFINITY;
            for (int steps = 0; steps < 30; steps++) {
                MixingDistribution fit = MixingDistribution.fit(shares, likelihood, start, 1e-9, steps);
                double here = meanLogLikelihood(shares, likelihood, fit);
                assertThat(here).isGreaterThanOrEqualTo(before - 1e-14);
                assertThat(best - here).isLessThanOrEqualTo(fit.gap() + 1e-14);
                assertThat(Arrays.stream(fit.weights()).sum()).isCloseTo(1, within(1e-12));
                before = here;
            }
        }
    }

    @Test
    void anOutcomeThatNoComponentCanGiveIsLeftOut() {
        double[][] likelihood = {{0.5, 0.1}, {0.5, 0.9}, {0, 0}};
        double[] start = MixingDistribution.flat(2);
        assertThat(MixingDistribution.fit(new double[] {3, 7, 5}, likelihood, start, 1e-12, MANY)
                        .weights())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
        assertThatThrownBy(() -> MixingDistribution.fit(new double[] {0, 0, 5}, likelihood, start, 1e-12, MANY))
                .hasMessage("no component can give any of the outcomes that were observed");
    }

    @Test
    void badInputIsNamed() {
        double[] start = MixingDistribution.flat(1);
        assertThatThrownBy(() -> MixingDistribution.fit(new double[2], new double[][] {{1}}, start, 1, 1))
                .hasMessageContaining("2 shares for 1 rows");
        assertThatThrownBy(() -> MixingDistribution.fit(new double[] {-1}, new double[][] {{1}}, start, 1, 1))
                .hasMessageContaining("shares[0] is -1.0");
        assertThatThrownBy(() -> MixingDistribution.fit(new double[] {1}, new double[][] {{1}}, start, 0, 1))
                .hasMessageContaining("tolerance is 0.0");
    }

    /** Of 0 to 10 successes (rows) under each chance (columns). */
    private static double[][] binomials(double[] chances) {
        double[][] likelihood = new double[11][chances.length];
        for (int k = 0; k <= 10; k++) {
            for (int g = 0; g < chances.length; g++) {
                likelihood[k][g] = BinomialDistribution.of(10, chances[g]).probability(k);
            }
        }
        return likelihood;
    }

    private static double meanLogLikelihood(double[] shares, double[][] likelihood, MixingDistribution fit) {
        double[] weights = fit.weights();
        double sum = 0;
        for (int y = 0; y < shares.length; y++) {
            sum += shares[y] * Math.log(inner(likelihood[y], weights));
        }
        return sum / Arrays.stream(shares).sum();
    }

    private static double inner(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
