package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.stats.StratifiedJackknife.Variance;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Against closed forms, and against figures of {@code jackknife.py}, which counts ranks and deletes responses one by one. */
class StratifiedJackknifeTest {

    private static final List<String> STATISTICS = List.of("alignment", "bias", "distinct", "mirrored");

    @Test
    void correlationsHaveTheErrorsOfAPlainImplementation() throws Exception {
        JsonNode golden = TestTable.json("jackknife.json");
        for (JsonNode of : golden.get("cases")) {
            JsonNode counts = of.get("counts");
            Function<double[], double[]> statistics = statistics(golden, counts);
            double[] weights = TestTable.numbers(counts, 2);
            double[] estimates = statistics.apply(weights);
            List<Variance> variances = variances(StratifiedJackknife.of(start(counts), whole(weights)), w -> {
                double[] values = statistics.apply(w);
                for (int j : new int[] {0, 2, 3}) {
                    values[j] = Math.log((1 + values[j]) / (1 - values[j])) / 2;
                }
                return values;
            });
            for (int j = 0; j < STATISTICS.size(); j++) {
                String name = STATISTICS.get(j);
                assertThat(estimates[j])
                        .as(name)
                        .isCloseTo(of.get("estimate").get(name).asDouble(), within(1e-9));
                assertThat(variances.get(j).standardError())
                        .as(name)
                        .isCloseTo(of.get("standardError").get(name).asDouble(), within(1e-9));
                assertThat(variances.get(j).df())
                        .as(name)
                        .isCloseTo(of.get("df").get(name).asDouble(), within(1e-9));
            }
        }
    }

    /** A sum of stratum means times stratum sizes has the variance of stratified sampling, sum of n s^2. */
    @Test
    void theVarianceOfAWeightedSumIsThatOfStratifiedSampling() {
        double[] values = {1, 4, 6, 0, 5, 7, 7.5};
        int[] start = {0, 3, 5, 7};
        int[] counts = {1, 2, 1, 3, 1, 1, 1};
        Variance variance =
                variances(StratifiedJackknife.of(start, counts), sum(values)).get(0);
        double[] squares = {variance(1, 4, 4, 6), variance(0, 0, 0, 5), variance(7, 7.5)};
        double[] n = {4, 4, 2};
        double total = 0;
        double spread = 0;
        for (int s = 0; s < 3; s++) {
            total += n[s] * squares[s];
            spread += n[s] * squares[s] * n[s] * squares[s] / (n[s] - 1);
        }
        assertThat(variance.variance()).isCloseTo(total, within(1e-12));
        assertThat(variance.df()).isCloseTo(total * total / spread, within(1e-12));
    }

    @Test
    void aSingleUnitTakesThePooledVariance() {
        double[] values = {1, 3, 0, 10, 5};
        Variance variance = variances(
                        StratifiedJackknife.of(new int[] {0, 2, 4, 5}, new int[] {1, 1, 2, 2, 1}), sum(values))
                .get(0);
        double first = variance(1, 3);
        double second = variance(0, 0, 10, 10);
        assertThat(variance.variance()).isCloseTo(2 * first + 4 * second + (first + 3 * second) / 4, within(1e-12));
    }

    @Test
    void equalUnitsHaveNoVarianceAtAll() {
        Variance variance = variances(StratifiedJackknife.of(new int[] {0, 1, 2}, new int[] {7, 9}), w ->
                        new double[] {0.1 * w[0] + 0.7 / w[1]})
                .get(0);
        assertThat(variance.variance()).isZero();
        assertThat(variance.df()).isInfinite();
    }

    @Test
    void aStatisticThatIsNotDefinedWithoutAUnitHasNoVariance() {
        StratifiedJackknife jackknife = StratifiedJackknife.of(new int[] {0, 2, 3}, new int[] {1, 1, 4});
        assertThat(variances(jackknife, w -> new double[] {w[0] == 0 ? Double.NaN : 1})
                        .get(0)
                        .variance())
                .isNaN();
        assertThat(jackknife.of((s, e) -> new double[] {Double.NaN}).get(0).variance())
                .isNaN();
    }

    @Test
    void singlesAloneGiveNothing() {
        assertThat(variances(StratifiedJackknife.of(new int[] {0, 1, 2}, new int[] {1, 1}), sum(1, 2)))
                .isEmpty();
        assertThat(variances(StratifiedJackknife.ofPairs(new int[] {0, 2, 3}, new int[] {1, 1, 2}), sum(1, 2, 3)))
                .isEmpty();
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatThrownBy(() -> StratifiedJackknife.of(new int[] {0, 2}, new int[] {3, -1}))
                .hasMessage("counts[1] is -1; it must be at least 0");
    }

    /** The mean over strata of a ratio of two means, which has no closed form: simulated 4,000 times. */
    @Test
    void theErrorIsThatOfRepeatedSampling() {
        int strata = 30;
        int n = 8;
        UniformRandomProvider rng = new Seeds(5).stream(0);
        double sum = 0;
        double squares = 0;
        double variances = 0;
        int rounds = 4000;
        int[] start = new int[strata + 1];
        Arrays.setAll(start, s -> s * n);
        int[] counts = new int[strata * n];
        Arrays.fill(counts, 1);
        for (int round = 0; round < rounds; round++) {
            double[] values = new double[counts.length];
            Arrays.setAll(values, i -> i / n / 30.0 + rng.nextDouble());
            Function<double[], double[]> statistic = w -> new double[] {ratio(w, values)};
            double value = ratio(Arrays.stream(counts).asDoubleStream().toArray(), values);
            sum += value;
            squares += value * value;
            variances += variances(StratifiedJackknife.of(start, counts), statistic)
                    .get(0)
                    .variance();
        }
        double sd = Math.sqrt(squares / rounds - sum / rounds * sum / rounds);
        assertThat(Math.sqrt(variances / rounds) / sd).isBetween(0.96, 1.04); // 3.5 standard errors of the simulated sd
    }

    /** Of statistics of weights, one weight an entry. */
    static List<Variance> variances(StratifiedJackknife jackknife, Function<double[], double[]> statistics) {
        return jackknife.of((stratum, entry) -> statistics.apply(jackknife.without(stratum, entry)));
    }

    private static double ratio(double[] w, double[] values) {
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < w.length; i++) {
            linear += w[i] * values[i];
            quadratic += w[i] * values[i] * values[i];
        }
        return linear * linear / quadratic;
    }

    private static Function<double[], double[]> sum(double... values) {
        return w -> {
            double sum = 0;
            for (int e = 0; e < w.length; e++) {
                sum += w[e] * values[e];
            }
            return new double[] {sum};
        };
    }

    private static double variance(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    private static Function<double[], double[]> statistics(JsonNode golden, JsonNode counts) {
        double[] x = TestTable.numbers(counts, 1);
        double[] own = byEntry(golden.get("own"), counts);
        double[] reference = byEntry(golden.get("reference"), counts);
        double[] world = byEntry(golden.get("world"), counts);
        return w -> {
            double alignment = Correlation.spearman(x, own, w);
            double mirrored = Correlation.mirrored(x, own, w);
            double distinct = Correlation.partial(
                    mirrored, Correlation.mirrored(x, world, w), Correlation.mirrored(own, world, w));
            return new double[] {alignment, Correlation.spearman(x, reference, w) - alignment, distinct, mirrored};
        };
    }

    private static double[] byEntry(JsonNode truth, JsonNode counts) {
        return Arrays.stream(TestTable.numbers(counts, 0))
                .map(topic -> truth.get((int) topic).asDouble())
                .toArray();
    }

    private static int[] start(JsonNode counts) {
        double[] topic = TestTable.numbers(counts, 0);
        int[] start = new int[(int) topic[topic.length - 1] + 2];
        for (double q : topic) {
            for (int s = (int) q + 1; s < start.length; s++) {
                start[s]++;
            }
        }
        return start;
    }

    private static int[] whole(double[] weights) {
        return Arrays.stream(weights).mapToInt(w -> (int) w).toArray();
    }
}
