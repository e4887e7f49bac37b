package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointPowerTest {

    private static final int RUNS = 200_000;

    @Test
    void oneTestAloneIsTheTextbookSumOfQuantiles() {
        assertThat(new JointPower(Correction.HOLM, 1, 0.05).shift(0.8)).isCloseTo(1.959964 + 0.8416212, within(1e-6));
    }

    /** Two tests under Holm: one beyond the quantile of alpha/2, both beyond that of alpha; P(both) - P(both between the two). */
    @Test
    void twoTestsAreADifferenceOfSquares() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double shift = 2.5;
        double inner = normal.survivalProbability(1.959963985 - shift);
        double between = inner - normal.survivalProbability(2.241402728 - shift);
        assertThat(new JointPower(Correction.HOLM, 2, 0.05).of(shift))
                .isCloseTo(inner * inner - between * between, within(1e-8));
    }

    @Test
    void withoutACorrectionTheyAreAPower() {
        double one = NormalDistribution.of(0, 1).survivalProbability(1.959963985 - 2.8);
        assertThat(new JointPower(Correction.NONE, 4, 0.05).of(2.8)).isCloseTo(Math.pow(one, 4), within(1e-8));
        assertThat(new JointPower(Correction.BH, 4, 0.05).of(2.8)).isCloseTo(Math.pow(one, 4), within(1e-8));
    }

    /** Against {@link Correction} itself; the bound is four standard errors of the simulation. */
    @ParameterizedTest
    @CsvSource({"HOLM, 3, 3.2", "HOLM, 4, 2.8", "HOLM, 12, 4.1", "HOLM, 12, 2.8", "BH, 5, 3", "NONE, 5, 3"})
    void itIsTheShareOfSimulatedSuitesInWhichAllAreRejected(Correction correction, int tests, double shift) {
        UniformRandomProvider rng = new Seeds(7).split("joint").stream(0);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int all = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] z = new double[tests];
            Arrays.setAll(z, i -> gaussian.sample() + shift);
            double[] p = Arrays.stream(z)
                    .map(value -> 2 * normal.survivalProbability(Math.abs(value)))
                    .toArray();
            double[] alphas = correction.alphas(p, 0.05);
            boolean every = true;
            for (int i = 0; i < tests; i++) {
                every &= z[i] > 0 && p[i] <= alphas[i];
            }
            all += every ? 1 : 0;
        }
        double share = (double) all / RUNS;
        assertThat(new JointPower(correction, tests, 0.05).of(shift))
                .isCloseTo(share, within(4 * Math.sqrt(Math.max(1e-5, share * (1 - share)) / RUNS)));
    }

    /** Simulated with the specification of the method: at 2.8 all of four pass in 38% of runs and all of twelve in 3%. */
    @Test
    void theDistanceGrowsWithTheNumberOfTests() {
        assertThat(new JointPower(Correction.HOLM, 4, 0.05).shift(0.8)).isCloseTo(3.6, within(0.05));
        assertThat(new JointPower(Correction.HOLM, 12, 0.05).shift(0.8)).isCloseTo(4.1, within(0.1));
        assertThat(new JointPower(Correction.HOLM, 4, 0.05).of(2.8)).isCloseTo(0.38, within(0.01));
        assertThat(new JointPower(Correction.HOLM, 12, 0.05).of(2.8)).isCloseTo(0.03, within(0.01));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new JointPower(Correction.HOLM, 0, 0.05)).hasMessageContaining("tests is 0");
        assertThatThrownBy(() -> new JointPower(Correction.HOLM, 1, 0)).hasMessageContaining("alpha is 0.0");
    }
}
