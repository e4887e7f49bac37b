package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistancesTest {

    @Test
    void meanAlignmentIsOneForEqualValuesAndZeroForOppositeOnes() {
        assertThat(Distances.meanAlignment(new double[] {0.2, 0.7}, new double[] {0.2, 0.7}))
                .isEqualTo(1);
        assertThat(Distances.meanAlignment(new double[] {0, 1}, new double[] {1, 0}))
                .isEqualTo(0);
        assertThat(Distances.meanAlignment(new double[] {0.5, 1}, new double[] {0.25, 0.25}))
                .isEqualTo(0.5);
        assertThat(Distances.meanAlignment(new double[0], new double[0])).isNaN();
    }

    @Test
    void jensenShannonIsZeroForEqualAndOneForDisjointDistributions() {
        assertThat(Distances.jensenShannon(new double[] {1, 3}, new double[] {2, 6}))
                .isCloseTo(0, within(1e-8));
        assertThat(Distances.jensenShannon(new double[] {1, 0}, new double[] {0, 9}))
                .isEqualTo(1);
    }

    /** Against a certain outcome a fair coin has divergence H(3/4) - H(1/2) / 2 bits. */
    @Test
    void jensenShannonIsTheRootOfTheDivergenceInBits() {
        double divergence = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) / Math.log(2) - 0.5;
        assertThat(Distances.jensenShannon(new double[] {1, 0}, new double[] {1, 1}))
                .isCloseTo(Math.sqrt(divergence), within(1e-14));
    }

    @Test
    void anEmptyDistributionHasNoDistance() {
        assertThat(Distances.jensenShannon(new double[] {0, 0}, new double[] {1, 1}))
                .isNaN();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Distances.jensenShannon(new double[] {-1, 2}, new double[] {1, 1}))
                .hasMessageContaining("p[0] is -1.0");
    }
}
