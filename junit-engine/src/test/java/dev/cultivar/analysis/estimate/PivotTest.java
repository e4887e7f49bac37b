package dev.cultivar.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.stats.Interval;
import org.junit.jupiter.api.Test;

class PivotTest {

    @Test
    void aDifferenceHasStudentsInterval() {
        Interval interval = Pivot.line(1.5, 0.5, 10).interval(0.95);
        // R: qt(0.975, 10) = 2.228138851964938
        assertThat(interval.lower()).isCloseTo(1.5 - 0.5 * 2.228138851964938, within(1e-10));
        assertThat(interval.upper()).isCloseTo(1.5 + 0.5 * 2.228138851964938, within(1e-10));
    }

    @Test
    void aCorrelationHasFishersInterval() {
        double z = 0.5 * Math.log(1.6 / 0.4);
        Pivot pivot = new Pivot(0.6, z, 1 / Math.sqrt(47), 1e9, Scale.FISHER, 1);
        // R: tanh(atanh(0.6) -+ qnorm(0.975) / sqrt(47)), as of cor.test for r = 0.6, n = 50
        assertThat(pivot.interval(0.95).lower()).isCloseTo(0.3861411936, within(1e-6));
        assertThat(pivot.interval(0.95).upper()).isCloseTo(0.7526488623, within(1e-6));
    }

    /** Fisher (1925), section 39, for pairs and for classes of more; the end of the range is -1 / (members - 1). */
    @Test
    void aCorrelationWithinClassesHasFishersOwnScale() {
        Scale five = Scale.intraclass(5);
        assertThat(five.to(0)).isZero();
        assertThat(five.to(0.5)).isCloseTo(0.5 * Math.log(3 / 0.5), within(1e-14));
        assertThat(five.from(-40)).isCloseTo(-0.25, within(1e-14));
        assertThat(five.from(800)).isEqualTo(1);
        for (double r : new double[] {-0.24, -0.1, 0, 0.3, 0.99}) {
            assertThat(five.from(five.to(r))).isCloseTo(r, within(1e-12));
            assertThat(Scale.intraclass(2).to(r)).isEqualTo(Scale.FISHER.to(r));
        }
    }

    @Test
    void theIntervalOfASmallCorrelationWithinClassesReachesFurtherUp() {
        double[] replicates = new double[400];
        java.util.Arrays.setAll(replicates, i -> -0.05 + 0.1 * i / 399);
        Interval interval =
                Replicates.pivot(0, replicates, 30, Scale.intraclass(8), 1).interval(0.95);
        assertThat(interval.upper()).isGreaterThan(-1.2 * interval.lower());
        assertThat(interval.lower()).isGreaterThan(-1 / 7.0);
    }

    @Test
    void theIntervalOfConfidenceOneLessPEndsAtTheThreshold() {
        Pivot pivot = new Pivot(0.6, 0.5 * Math.log(1.6 / 0.4), 0.15, 31, Scale.FISHER, 0.955);
        for (double threshold : new double[] {0.2, 0.4, 0.62}) {
            double p = pivot.p(threshold);
            assertThat(pivot.interval(1 - p).lower()).isCloseTo(threshold, within(1e-9));
        }
        for (double threshold : new double[] {0.65, 0.8}) {
            double p = pivot.p(threshold);
            assertThat(pivot.interval(1 - p).upper()).isCloseTo(threshold, within(1e-9));
        }
    }

    @Test
    void aPerfectOrderOfFewTopicsIsNoCertainty() {
        double[] replicates = new double[200];
        java.util.Arrays.fill(replicates, 1);
        Pivot five = Replicates.pivot(1, replicates, 5, Scale.FISHER, 1);
        Pivot eighty = Replicates.pivot(1, replicates, 80, Scale.FISHER, 1);
        assertThat(five).isNotNull();
        assertThat(eighty).isNotNull();
        assertThat(five.interval(0.95).lower()).isLessThan(0.4);
        assertThat(eighty.interval(0.95).lower()).isBetween(0.99, 1.0);
        assertThat(five.interval(0.95).upper()).isEqualTo(1);
    }

    @Test
    void tooManyUndefinedReplicatesGiveNone() {
        double[] replicates = new double[100];
        for (int i = 0; i < replicates.length; i++) {
            replicates[i] = i < 6 ? Double.NaN : i / 200.0;
        }
        assertThat(Replicates.pivot(0.3, replicates, 20, Scale.FISHER, 1)).isNull();
        replicates[0] = 0.2;
        assertThat(Replicates.pivot(0.3, replicates, 20, Scale.FISHER, 1)).isNotNull();
        assertThat(Replicates.pivot(Double.NaN, replicates, 20, Scale.FISHER, 1))
                .isNull();
    }
}
