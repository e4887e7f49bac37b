package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.stats.PairedJackknife.Pairs;
import dev.cultivar.stats.StratifiedJackknife.Variance;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Closed forms of sums, and a plain deletion of one pair after the other. */
class PairedJackknifeTest {

    private static final double[] NOW = {1, 4, 6, 3, 0, 5, 7, 7.5};
    private static final double[] BEFORE = {2, 4, 9, 1, 1, 4, 9, 7};
    private static final int[] START = {0, 4, 6, 8};
    private static final int[] ONCE = {1, 1, 1, 1, 1, 1, 1, 1};

    private static StratifiedJackknife sample() {
        return StratifiedJackknife.of(START, ONCE);
    }

    private static List<Pairs> all() {
        return IntStream.range(0, 8)
                .mapToObj(e -> new Pairs(e < 4 ? 0 : e < 6 ? 1 : 2, e, e, 1))
                .toList();
    }

    private static ToDoubleFunction<double[]> sum(double[] values) {
        return weights -> IntStream.range(0, weights.length)
                .mapToDouble(e -> weights[e] * values[e])
                .sum();
    }

    /** Curved in the weights, so that no closed form is at hand. */
    private static ToDoubleFunction<double[]> curved(double[] values) {
        return weights -> {
            double sum = sum(values).applyAsDouble(weights);
            double squares = IntStream.range(0, weights.length)
                    .mapToDouble(e -> weights[e] * weights[e] * values[e] * values[e])
                    .sum();
            return sum / Math.sqrt(1 + squares) + Math.log(1 + sum);
        };
    }

    private static double variance(double... values) {
        double mean =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
        return IntStream.range(0, values.length)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .sum()
                / (values.length - 1);
    }

    @Test
    void aSumOverPairsHasTheVarianceOfTheDifferences() {
        Variance variance = new PairedJackknife(sample(), sample(), all()).of(sum(NOW), sum(BEFORE));
        double[] parts = {4 * variance(-1, 0, -3, 2), 2 * variance(-1, 1), 2 * variance(-2, 0.5)};
        double total = parts[0] + parts[1] + parts[2];
        assertThat(variance.variance()).isCloseTo(total, within(1e-12));
        assertThat(variance.df())
                .isCloseTo(
                        total * total / (parts[0] * parts[0] / 3 + parts[1] * parts[1] + parts[2] * parts[2]),
                        within(1e-10));
    }

    @Test
    void withoutPairsItIsTheSumOfBothVariances() {
        Variance now = StratifiedJackknifeTest.variances(
                        sample(), w -> new double[] {curved(NOW).applyAsDouble(w)})
                .get(0);
        Variance before = StratifiedJackknifeTest.variances(
                        sample(), w -> new double[] {curved(BEFORE).applyAsDouble(w)})
                .get(0);
        Variance variance = new PairedJackknife(sample(), sample(), List.of()).of(curved(NOW), curved(BEFORE));
        double total = now.variance() + before.variance();
        assertThat(variance.variance()).isCloseTo(total, within(1e-12));
        assertThat(variance.df())
                .isCloseTo(
                        total
                                * total
                                / (now.variance() * now.variance() / now.df()
                                        + before.variance() * before.variance() / before.df()),
                        within(1e-9));
    }

    @Test
    void pairsAreDeletedTogether() {
        double expected = 0;
        for (int s = 0; s < 3; s++) {
            int m = START[s + 1] - START[s];
            double[] without = new double[m];
            for (int i = 0; i < m; i++) {
                double[] weights = new double[8];
                for (int e = 0; e < 8; e++) {
                    boolean here = e >= START[s] && e < START[s + 1];
                    weights[e] = e == START[s] + i ? 0 : here ? m / (m - 1.0) : 1;
                }
                without[i] = curved(NOW).applyAsDouble(weights) - curved(BEFORE).applyAsDouble(weights);
            }
            expected += (m - 1.0) / m * (m - 1) * variance(without);
        }
        assertThat(new PairedJackknife(sample(), sample(), all())
                        .of(curved(NOW), curved(BEFORE))
                        .variance())
                .isCloseTo(expected, within(1e-12));
    }

    /** Entries stand for equal units, so laying them out one by one changes nothing. */
    @Test
    void equalPairsMayShareAnEntry() {
        StratifiedJackknife counted = StratifiedJackknife.of(new int[] {0, 2}, new int[] {2, 3});
        Variance together = new PairedJackknife(
                        counted, counted, List.of(new Pairs(0, 0, 0, 2), new Pairs(0, 1, 1, 1), new Pairs(0, 1, 1, 2)))
                .of(curved(new double[] {1, 4}), sum(new double[] {3, 5}));
        StratifiedJackknife single = StratifiedJackknife.of(new int[] {0, 5}, new int[] {1, 1, 1, 1, 1});
        Variance apart = new PairedJackknife(
                        single,
                        single,
                        IntStream.range(0, 5)
                                .mapToObj(e -> new Pairs(0, e, e, 1))
                                .toList())
                .of(
                        weights -> curved(new double[] {1, 4})
                                .applyAsDouble(
                                        new double[] {weights[0] + weights[1], weights[2] + weights[3] + weights[4]}),
                        sum(new double[] {3, 3, 5, 5, 5}));
        assertThat(together.variance()).isCloseTo(apart.variance(), within(1e-12));
    }

    /** Prompt 1 of 4 was not answered now: n s^2 of each sample less twice the covariance of the three pairs. */
    @Test
    void anAnswerWithoutItsPartnerCountsInItsOwnRunOnly() {
        StratifiedJackknife now = StratifiedJackknife.of(new int[] {0, 3}, new int[] {1, 1, 1});
        StratifiedJackknife before = StratifiedJackknife.of(new int[] {0, 4}, new int[] {1, 1, 1, 1});
        double[] x = {4, 6, 2};
        double[] y = {2, 4, 9, 1};
        Variance variance = new PairedJackknife(
                        now, before, List.of(new Pairs(0, 0, 1, 1), new Pairs(0, 1, 2, 1), new Pairs(0, 2, 3, 1)))
                .of(sum(x), sum(y));
        double covariance = 0;
        for (int i = 0; i < 3; i++) {
            covariance += (x[i] - 4) * (y[i + 1] - 4) * Math.sqrt(3.0 / 2 * 4 / 3);
        }
        assertThat(variance.variance()).isCloseTo(3 * variance(x) + 4 * variance(y) - 2 * covariance, within(1e-12));
    }

    @Test
    void theSameAnswersHaveNoVarianceAtAll() {
        Variance variance = new PairedJackknife(sample(), sample(), all()).of(curved(NOW), curved(NOW));
        assertThat(variance.variance()).isZero();
        assertThat(variance.df()).isInfinite();
    }

    @Test
    void answersThatAllMovedByAsMuchHaveNoVarianceAtAll() {
        double[] moved =
                IntStream.range(0, 8).mapToDouble(i -> NOW[i] / 10 + 0.1).toArray();
        double[] plain = IntStream.range(0, 8).mapToDouble(i -> NOW[i] / 10).toArray();
        assertThat(new PairedJackknife(sample(), sample(), all())
                        .of(sum(moved), sum(plain))
                        .variance())
                .isZero();
    }

    @Test
    void aSingleAnswerTakesThePooledVarianceOfItsRun() {
        StratifiedJackknife now = StratifiedJackknife.of(new int[] {0, 2, 3}, new int[] {1, 1, 1});
        StratifiedJackknife before = StratifiedJackknife.of(new int[] {0, 2, 4}, new int[] {1, 1, 1, 1});
        Variance variance = new PairedJackknife(
                        now, before, List.of(new Pairs(0, 0, 0, 1), new Pairs(0, 1, 1, 1), new Pairs(1, 2, 2, 1)))
                .of(sum(new double[] {1, 4, 9}), sum(new double[] {1, 3, 0, 5}));
        assertThat(variance.variance())
                .isCloseTo(2 * variance(0, 1) + variance(1, 4) + 2 * variance(0, 5), within(1e-12));
    }

    @Test
    void badInputIsNamed() {
        StratifiedJackknife other = StratifiedJackknife.of(new int[] {0, 1}, new int[] {1});
        assertThatThrownBy(() -> new PairedJackknife(sample(), other, List.of()))
                .hasMessageContaining("3 and 1 strata");
        assertThatThrownBy(() -> new PairedJackknife(other, other, List.of(new Pairs(0, 0, 0, 2))))
                .hasMessageContaining("in 2 pairs and has 1 units");
    }
}
