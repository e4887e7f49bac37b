package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class MarginTestsTest {

    private static final double KNOWN = Double.POSITIVE_INFINITY;

    /** R: pt((0.02 + 0.05) / 0.03, 17, lower.tail = FALSE) and pnorm of the same. */
    @Test
    void nonInferiorityIsAOneSidedTestAgainstTheMargin() {
        assertThat(MarginTests.nonInferior(0.02, 0.03, 17, 0.05)).isCloseTo(PT17, within(1e-12));
        assertThat(MarginTests.nonInferior(0.02, 0.03, KNOWN, 0.05)).isCloseTo(PNORM, within(1e-12));
    }

    private static final double PT17 = 0.0160842202080856;
    private static final double PNORM = 0.00981532862864534;

    @Test
    void equivalenceIsTheWorseOfTwoOneSidedTests() {
        assertThat(MarginTests.equivalent(0.02, 0.03, 17, 0.05))
                .isEqualTo(MarginTests.below(0.02, 0.03, 17, 0.05))
                .isEqualTo(MarginTests.nonInferior(-0.02, 0.03, 17, 0.05));
        assertThat(MarginTests.equivalent(0, 0.03, 17, 0.05)).isEqualTo(MarginTests.above(0.05, 0.03, 17, 0));
    }

    @Test
    void aBoundOfTheIntervalAndTheTestAgree() {
        UniformRandomProvider rng = new Seeds(40).stream(0);
        double[][] x = new double[12][1];
        for (int trial = 0; trial < 100; trial++) {
            Arrays.setAll(x, i -> new double[] {1});
            LeastSquares fit = LeastSquares.fit(rng.doubles(12).toArray(), x);
            double lower = fit.table().interval(0, 0.90).lower();
            double p = MarginTests.above(fit.coefficients()[0], fit.standardErrors()[0], 11, 0.35);
            assertThat(p < 0.05).isEqualTo(lower > 0.35);
        }
    }

    @Test
    void replicatesAgainstTheClaimAreCounted() {
        double[] replicates = IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray();
        assertThat(MarginTests.above(replicates, 3)).isEqualTo(0.04);
        assertThat(MarginTests.below(replicates, 98)).isEqualTo(0.03);
        assertThat(MarginTests.above(replicates, 0)).isEqualTo(0.01);
        replicates[98] = Double.NaN;
        assertThat(MarginTests.above(replicates, 3)).isEqualTo(0.05);
        assertThat(MarginTests.nonInferior(new double[] {-2, 0, 1}, 1)).isEqualTo(0.5);
        assertThat(MarginTests.equivalent(new double[] {-2, 0, 1}, 1.5)).isEqualTo(0.5);
    }

    @Test
    void whatIsNotKnownProvesNothing() {
        assertThat(MarginTests.above(Double.NaN, 1, 5, 0)).isNaN();
        assertThat(MarginTests.above(1, Double.NaN, 5, 0)).isNaN();
        assertThat(MarginTests.above(1, 1, Double.NaN, 0)).isNaN();
        assertThat(MarginTests.above(new double[0], 0)).isNaN();
        assertThat(MarginTests.equivalent(Double.NaN, 1, 5, 1)).isNaN();
        assertThat(MarginTests.above(0.4, 0, 5, 0.4)).isEqualTo(1);
        assertThat(MarginTests.above(0.5, 0, 5, 0.4)).isZero();
    }

    @Test
    void aMarginBelowZeroIsRefused() {
        assertThatThrownBy(() -> MarginTests.nonInferior(0, 1, 5, -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("margin is -0.1; it must be at least 0");
        assertThatThrownBy(() -> MarginTests.above(0, -1, 5, 0)).hasMessageContaining("standard error is -1.0");
    }

    /** Truth exactly at the margin is the worst case of the null hypothesis: 5% of the runs may claim non-inferiority. */
    @Test
    void atTheMarginTheClaimIsMadeAsOftenAsAlphaSays() {
        int runs = 4000;
        int claims = 0;
        int equivalences = 0;
        for (int run = 0; run < runs; run++) {
            ZigguratSampler.NormalizedGaussian normal =
                    ZigguratSampler.NormalizedGaussian.of(new Seeds(41).stream(run));
            double[] sample = normal.samples(10).toArray();
            double mean = Arrays.stream(sample).average().orElseThrow();
            double variance =
                    Arrays.stream(sample).map(v -> (v - mean) * (v - mean)).sum() / 9;
            claims += MarginTests.nonInferior(mean - 2, Math.sqrt(variance / 10), 9, 2) < 0.05 ? 1 : 0;
            equivalences += MarginTests.equivalent(mean - 2, Math.sqrt(variance / 10), 9, 2) < 0.05 ? 1 : 0;
        }
        assertThat(claims / (double) runs).isBetween(0.036, 0.064);
        assertThat(equivalences / (double) runs).isBetween(0.036, 0.064);
    }
}
