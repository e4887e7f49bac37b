package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** On random tables it is tested against the reference in {@code FastCorrelationsTest}. */
class JointDistributionTest {

    @Test
    void massOnTheDiagonalIsAPerfectCorrelationInEitherDirection() {
        double[][] same = {{0.2, 0, 0}, {0, 0.5, 0}, {0, 0, 0.3}};
        double[][] opposite = {{0, 2}, {7, 0}};
        assertThat(new JointDistribution(same).spearman()).isCloseTo(1, within(1e-15));
        assertThat(new JointDistribution(opposite).spearman()).isCloseTo(-1, within(1e-15));
    }

    /** Of two binary variables both correlations are phi, (0.4 0.3 - 0.1 0.2) / sqrt(0.5 0.5 0.6 0.4). */
    @Test
    void twoByTwoItIsPhiWhateverTheUnits() {
        JointDistribution joint = new JointDistribution(new double[][] {{0.4, 0.1}, {0.2, 0.3}});
        double phi = 0.1 / Math.sqrt(0.06);
        assertThat(joint.spearman()).isCloseTo(phi, within(1e-15));
        assertThat(joint.pearson(new double[] {-1e9, 3e9}, new double[] {1e-9, 2e-9}))
                .isCloseTo(phi, within(1e-15));
    }

    @Test
    void allMassOnOneValueLeavesItUndefined() {
        assertThat(new JointDistribution(new double[][] {{0.4, 0.6}, {0, 0}}).spearman())
                .isNaN();
        assertThat(new JointDistribution(new double[][] {{0.4, 0}, {0.6, 0}})
                        .pearson(new double[] {0, 1}, new double[] {0, 1}))
                .isNaN();
    }
}
