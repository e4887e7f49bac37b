package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CountBootstrapTest {

    @Test
    void aDrawHoldsAsManyUnitsAsThereAreAndNoneWhereThereWasNone() {
        CountBootstrap bootstrap = new CountBootstrap(new int[] {3, 0, 7, 1_000_000, 0});
        UniformRandomProvider rng = new Seeds(1).stream(0);
        for (int round = 0; round < 200; round++) {
            double[] drawn = bootstrap.draw(rng);
            assertThat(Arrays.stream(drawn).sum()).isEqualTo(1_000_010);
            assertThat(drawn[1]).isZero();
            assertThat(drawn[4]).isZero();
        }
    }

    /** Mean n p, variance n p (1 - p) and covariance -n p q of a multinomial. */
    @Test
    void drawnCountsHaveTheMomentsOfAMultinomial() {
        CountBootstrap bootstrap = new CountBootstrap(new int[] {30, 50, 20});
        int rounds = 40_000;
        BootstrapResult drawn = Bootstrap.run(rounds, 2, bootstrap::draw);
        double[] first = drawn.replicates(0);
        double[] last = drawn.replicates(2);
        double mean = Arrays.stream(last).average().orElseThrow();
        double meanOfFirst = Arrays.stream(first).average().orElseThrow();
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < rounds; i++) {
            variance += (last[i] - mean) * (last[i] - mean) / (rounds - 1);
            covariance += (last[i] - mean) * (first[i] - meanOfFirst) / (rounds - 1);
        }
        assertThat(mean).isCloseTo(20, within(4 * Math.sqrt(16.0 / rounds)));
        assertThat(variance).isCloseTo(16, within(16 * 0.05));
        assertThat(covariance).isCloseTo(-6, within(6 * 0.15));
    }

    @Test
    void nothingIsDrawnOfNothingAndANegativeCountIsNamed() {
        UniformRandomProvider rng = new Seeds(1).stream(0);
        assertThat(new CountBootstrap(new int[0]).draw(rng)).isEmpty();
        assertThat(new CountBootstrap(new int[] {0, 0}).draw(rng)).containsExactly(0, 0);
        assertThatThrownBy(() -> new CountBootstrap(new int[] {1, -2})).hasMessageContaining("counts[1] is -2");
    }
}
