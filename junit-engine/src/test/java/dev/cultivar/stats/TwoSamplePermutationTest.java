package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoSamplePermutationTest {

    /** Of the 20 ways to choose three of six, the observed one alone has the largest difference. */
    @Test
    void randomDivisionsApproachTheExactTest() {
        TwoSamplePermutation result =
                TwoSamplePermutation.test(new double[] {4, 5, 6}, new double[] {1, 2, 3}, 20_000, 2);
        assertThat(result.difference()).isEqualTo(3);
        assertThat(result.greater()).isCloseTo(1 / 20.0, within(0.006));
        assertThat(result.less()).isEqualTo(1);
        assertThat(result.twoSided()).isEqualTo(2 * result.greater());
    }

    /** One in 184,756 divisions is as extreme. */
    @Test
    void aPValueIsNeverZeroAndTiesCountAsExtreme() {
        double[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] more = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        assertThat(TwoSamplePermutation.test(more, ten, 99, 1).greater()).isEqualTo(0.01);
        assertThat(TwoSamplePermutation.test(new double[] {0.1, 0.1}, new double[] {0.1}, 99, 1)
                        .twoSided())
                .isEqualTo(1);
    }

    @Test
    void anEmptySampleLeavesItUndefinedAndBadInputIsNamed() {
        assertThat(TwoSamplePermutation.test(new double[0], new double[] {1}, 99, 1)
                        .twoSided())
                .isNaN();
        assertThatThrownBy(() -> TwoSamplePermutation.test(new double[] {Double.NaN}, new double[] {1}, 99, 1))
                .hasMessageContaining("x[0] is NaN");
        assertThatThrownBy(() -> TwoSamplePermutation.test(new double[] {1}, new double[] {1}, 0, 1))
                .hasMessageContaining("rounds is 0");
    }

    @Test
    void theSameSeedGivesTheSamePValue() {
        double[] x = new Seeds(50).stream(0).doubles(30).toArray();
        double[] y = new Seeds(50).stream(1).doubles(30).toArray();
        TwoSamplePermutation result = TwoSamplePermutation.test(x, y, 500, 7);
        assertThat(TwoSamplePermutation.test(x, y, 500, 7)).isEqualTo(result);
        assertThat(TwoSamplePermutation.test(x, y, 500, 8)).isNotEqualTo(result);
    }

    @Test
    void withoutAnEffectItRejectsAsOftenAsItSays() {
        int runs = 1000;
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            double[] x = new Seeds(51).stream(run).doubles(12).toArray();
            double[] y = new Seeds(52).stream(run).doubles(9).toArray();
            rejected += TwoSamplePermutation.test(x, y, 199, run).twoSided() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected / (double) runs).isBetween(0.02, 0.078);
    }
}
