package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class TwoStageBootstrapTest {

    @Test
    void aDrawHoldsAsManyUnitsOfEachClusterAsItWasDrawn() {
        TwoStageBootstrap bootstrap =
                TwoStageBootstrap.of(new int[][] {{3, 0, 7}, {5}, {0, 0}, {1_000_000, 2_000_000}});
        UniformRandomProvider rng = new Seeds(1).stream(0);
        for (int round = 0; round < 200; round++) {
            int[] times = TwoStageBootstrap.multiplicities(rng, 4);
            double[] drawn = bootstrap.draw(rng, times);
            assertThat(Arrays.stream(times).sum()).isEqualTo(4);
            assertThat(drawn[0] + drawn[1] + drawn[2]).isEqualTo(10 * times[0]);
            assertThat(drawn[1]).isZero();
            assertThat(drawn[3]).isEqualTo(5 * times[1]);
            assertThat(drawn[6] + drawn[7]).isEqualTo(3_000_000d * times[3]);
        }
    }

    /** Mean n_i p, and variance by the law of total variance: E[k] n p (1 - p) + Var(k) (n p)^2 with Var(k) = 1 - 1/m. */
    @Test
    void meanAndVarianceOfADrawnCountAreThoseOfTheTwoStages() {
        int m = 5;
        int[][] counts = new int[m][];
        Arrays.setAll(counts, c -> new int[] {30, 70});
        TwoStageBootstrap bootstrap = TwoStageBootstrap.of(counts);
        int rounds = 40_000;
        double[] drawn = Bootstrap.run(rounds, 2, rng -> new double[] {bootstrap.draw(rng)[2]})
                .replicates(0);
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance = Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum() / (rounds - 1);
        double expected = 100 * 0.3 * 0.7 + (1 - 1.0 / m) * 900;
        assertThat(mean).isCloseTo(30, within(4 * Math.sqrt(expected / rounds)));
        assertThat(variance).isCloseTo(expected, within(expected * 0.05));
    }

    @Test
    void clustersAloneKeepTheirCounts() {
        TwoStageBootstrap bootstrap = TwoStageBootstrap.of(new int[][] {{3, 4}, {5}});
        assertThat(bootstrap.weights(new int[] {2, 0})).containsExactly(6, 8, 0);
        assertThat(bootstrap.cells()).isEqualTo(3);
        assertThat(bootstrap.clusters()).isEqualTo(2);
    }

    @Test
    void badTablesAreNamed() {
        assertThatThrownBy(() -> TwoStageBootstrap.of(new int[0][])).hasMessageContaining("number of clusters is 0");
        assertThatThrownBy(() -> TwoStageBootstrap.of(new int[][] {{1, -2}}))
                .hasMessageContaining("counts[0][1] is -2");
        assertThatThrownBy(() -> TwoStageBootstrap.of(new int[][] {{1}}).weights(new int[] {1, 1}))
                .hasMessageContaining("2 multiplicities for 1 clusters");
    }
}
