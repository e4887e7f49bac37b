package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PoissonBinomialTest {

    @Test
    void trialsOfOneProbabilityGiveTheBinomialDistribution() {
        double[] p = new double[40];
        Arrays.fill(p, 0.03);
        double[] mass = PoissonBinomial.of(p);
        for (int k = 0; k <= 40; k++) {
            double expected = BinomialDistribution.of(40, 0.03).probability(k);
            assertThat(mass[k]).isCloseTo(expected, Percentage.withPercentage(1e-9)); // down to 1e-61
        }
    }

    @Test
    void everyMassIsTheSumOverAllOutcomesOfTheTrials() {
        double[] p = new Seeds(71).stream(0).doubles(9).toArray();
        double[] expected = new double[10];
        for (int outcome = 0; outcome < 1 << 9; outcome++) {
            double chance = 1;
            for (int i = 0; i < 9; i++) {
                chance *= (outcome >> i & 1) == 1 ? p[i] : 1 - p[i];
            }
            expected[Integer.bitCount(outcome)] += chance;
        }
        assertThat(PoissonBinomial.of(p)).containsExactly(expected, within(1e-15));
    }

    @Test
    void certainTrialsOnlyShiftTheOthers() {
        assertThat(PoissonBinomial.of(1, 0.25, 0, 1)).containsExactly(0, 0, 0.75, 0.25, 0);
        assertThat(PoissonBinomial.of()).containsExactly(1);
    }

    @Test
    void aValueThatIsNoProbabilityIsNamed() {
        assertThatThrownBy(() -> PoissonBinomial.of(0.5, 1.5)).hasMessageContaining("p[1] is 1.5");
        assertThatThrownBy(() -> PoissonBinomial.of(Double.NaN)).hasMessageContaining("p[0] is NaN");
    }
}
