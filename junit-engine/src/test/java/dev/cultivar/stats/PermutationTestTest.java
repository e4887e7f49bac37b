package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PermutationTestTest {

    /** Of the 20 ways to choose three of six, the observed one alone has the largest difference. */
    @Test
    void randomDivisionsApproachTheExactTest() {
        PermutationTest.Result result =
                PermutationTest.twoSamples(new double[] {4, 5, 6}, new double[] {1, 2, 3}, 20_000, 2);
        assertThat(result.observed()).isEqualTo(3);
        assertThat(result.greater()).isCloseTo(1 / 20.0, within(0.006));
    }

    /** Of the 24 orders of four, one has rho 1. */
    @Test
    void randomPairingsApproachTheExactTest() {
        PermutationTest.Result result =
                PermutationTest.spearman(new double[] {1, 2, 3, 4}, new double[] {2, 3, 5, 9}, 20_000, 3);
        assertThat(result.observed()).isEqualTo(1);
        assertThat(result.greater()).isCloseTo(1 / 24.0, within(0.006));
    }

    @Test
    void aPValueIsNeverZeroAndUndefinedRearrangementsCountAsExtreme() {
        assertThat(PermutationTest.run(10, 99, 1, rng -> rng.nextDouble()).greater())
                .isEqualTo(0.01);
        assertThat(PermutationTest.run(10, 99, 1, rng -> Double.NaN).greater()).isEqualTo(1);
        assertThat(PermutationTest.run(Double.NaN, 99, 1, rng -> 1).twoSided()).isNaN();
    }

    @Test
    void theSameSeedGivesTheSamePValue() {
        double[] x = new Seeds(50).stream(0).doubles(30).toArray();
        double[] y = new Seeds(50).stream(1).doubles(30).toArray();
        assertThat(PermutationTest.spearman(x, y, 500, 7)).isEqualTo(PermutationTest.spearman(x, y, 500, 7));
        assertThat(PermutationTest.spearman(x, y, 500, 7)).isNotEqualTo(PermutationTest.spearman(x, y, 500, 8));
    }

    @Test
    void withoutAnEffectItRejectsAsOftenAsItSays() {
        int runs = 1000;
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            double[] x = new Seeds(51).stream(run).doubles(12).toArray();
            double[] y = new Seeds(52).stream(run).doubles(9).toArray();
            rejected += PermutationTest.twoSamples(x, y, 199, run).twoSided() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / (double) runs).isBetween(0.02, 0.078);
    }
}
