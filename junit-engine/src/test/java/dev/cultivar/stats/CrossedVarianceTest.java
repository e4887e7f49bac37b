package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.stats.CrossedVariance.Components;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against closed forms and {@code crossed_variance.py}, which has its figures from statsmodels or from every pair. */
class CrossedVarianceTest {

    @Test
    void aBalancedDesignGivesTheComponentsOfTheAnalysisOfVariance() throws IOException {
        JsonNode golden = golden("balanced");
        requireSame(of(golden).components(), golden.get("figures"), 1e-9);
    }

    @Test
    void whereObservationsLackItIsTheMeanOverPairs() throws IOException {
        JsonNode golden = golden("unbalanced");
        requireSame(of(golden).components(), golden.get("figures"), 1e-12);
    }

    @Test
    void withoutAUnitItIsWhatTheOtherUnitsGive() throws IOException {
        JsonNode golden = golden("unbalanced");
        double[] shares = Arrays.stream(of(golden).withoutEach())
                .mapToDouble(Components::unitShare)
                .toArray();
        assertThat(shares).containsExactly(numbers(golden.get("figures"), "without"), within(1e-12));
    }

    /** Two ways to one answer: REML weighs the pairs otherwise, so that shares agree within their scatter at this size. */
    @Test
    void ofManyObservationsRemlFindsTheSameShares() throws IOException {
        JsonNode golden = golden("large");
        JsonNode reml = golden.get("figures");
        double total = 0;
        for (JsonNode part : reml) {
            total += part.asDouble();
        }
        Components found = of(golden).components();
        assertThat(found.unitShare()).isCloseTo(reml.get("unit").asDouble() / total, within(0.02));
        assertThat(found.firstShare()).isCloseTo(reml.get("first").asDouble() / total, within(0.02));
        assertThat(found.secondShare()).isCloseTo(reml.get("second").asDouble() / total, within(0.02));
        assertThat(found.restShare()).isCloseTo(reml.get("rest").asDouble() / total, within(0.02));
    }

    /** Two units, two levels of either factor, once each: what is added to a unit, and nothing else, is between units. */
    @Test
    void additiveEffectsAreFoundExactly() {
        int[] unit = {0, 0, 0, 0, 1, 1, 1, 1};
        int[] first = {0, 0, 1, 1, 0, 0, 1, 1};
        int[] second = {0, 1, 0, 1, 0, 1, 0, 1};
        double[] values = new double[8];
        for (int i = 0; i < 8; i++) {
            values[i] = 3 + 0.4 * unit[i] + 0.2 * first[i] - 0.1 * second[i];
        }
        // The variance of two values that are d apart is d^2 / 2.
        Components found = once(unit, first, second, values).components();
        assertThat(found.unit()).isCloseTo(0.08, within(1e-12));
        assertThat(found.first()).isCloseTo(0.02, within(1e-12));
        assertThat(found.second()).isCloseTo(0.005, within(1e-12));
        assertThat(found.rest()).isCloseTo(0, within(1e-12));
    }

    /** 400 runs of 30 units as a run plans them, a tenth of the observations lost: unbiased within four standard errors of the mean. */
    @Test
    void theMeanOfManyEstimatesIsTheTruth() {
        Random random = new Random(14);
        double[] truth = {0.04, 0.01, 0.0025, 0.02};
        int runs = 400;
        double[] sum = new double[4];
        double[] squares = new double[4];
        for (int run = 0; run < runs; run++) {
            Components c = simulated(random, truth).components();
            double[] found = {c.unit(), c.first(), c.second(), c.rest()};
            for (int j = 0; j < 4; j++) {
                sum[j] += found[j];
                squares[j] += found[j] * found[j];
            }
        }
        for (int j = 0; j < 4; j++) {
            double mean = sum[j] / runs;
            double error = Math.sqrt((squares[j] / runs - mean * mean) / runs);
            assertThat(mean).as("component %s", j).isCloseTo(truth[j], within(4 * error));
        }
    }

    @Test
    void equalObservationsHaveNoShares() {
        CrossedVariance equal = once(
                new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new int[] {0, 1, 1, 0}, new double[] {0.1, 0.1, 0.1, 0.1
                });
        assertThat(equal.components().unitShare()).isNaN();
        assertThat(equal.components().firstShare()).isNaN();
    }

    /** Each level of the first factor has a level of the second of its own: what either does cannot be told, what units do can. */
    @Test
    void unitsAreKnownThoughTheFactorsCannotBeToldApart() {
        Components found = once(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new int[] {0, 1, 0, 1}, new double[] {
                    0, 0.2, 0.5, 0.7
                })
                .components();
        // Across units: 0.7 and 0.3 apart; within: 0.2.
        double total = (0.49 + 0.09) / 4;
        assertThat(found.total()).isCloseTo(total, within(1e-12));
        assertThat(found.unitShare()).isCloseTo((total - 0.02) / total, within(1e-12));
        assertThat(found.firstShare()).isNaN();
        assertThat(found.secondShare()).isNaN();
        assertThat(found.restShare()).isNaN();
    }

    @Test
    void withoutASecondObservationOfAUnitNothingIsKnown() {
        CrossedVariance single =
                once(new int[] {0, 1, 2}, new int[] {0, 1, 2}, new int[] {0, 1, 2}, new double[] {0.1, 0.5, 0.8});
        assertThat(single.components().unitShare()).isNaN();
    }

    @Test
    void anObservationWithoutALevelIsAMistake() {
        assertThatThrownBy(() -> once(new int[] {0}, new int[0], new int[] {0}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("level of each factor");
        assertThatThrownBy(() -> once(new int[] {0}, new int[] {0}, new int[] {0}, new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values[0]");
    }

    @Test
    void equalObservationsCountAsOftenAsTheyAreThere() {
        int[] unit = {0, 0, 0, 1, 1, 2, 2};
        int[] first = {0, 1, 1, 0, 1, 0, 1};
        int[] second = {0, 1, 0, 1, 0, 0, 1};
        double[] values = {0.1, 0.4, 0.2, 0.9, 0.6, 0.3, 0.7};
        int[] times = {1, 3, 2, 1, 4, 2, 1};
        int[] which = IntStream.range(0, times.length)
                .flatMap(entry -> IntStream.generate(() -> entry).limit(times[entry]))
                .toArray();
        requireSame(
                new CrossedVariance(unit, first, second, values, times).components(),
                once(
                                pick(unit, which),
                                pick(first, which),
                                pick(second, which),
                                Arrays.stream(which).mapToDouble(e -> values[e]).toArray())
                        .components());
    }

    private static int[] pick(int[] of, int[] which) {
        return Arrays.stream(which).map(entry -> of[entry]).toArray();
    }

    private static void requireSame(Components found, Components expected) {
        assertThat(found.total()).isCloseTo(expected.total(), within(1e-12));
        assertThat(found.unit()).isCloseTo(expected.unit(), within(1e-12));
        assertThat(found.first()).isCloseTo(expected.first(), within(1e-12));
        assertThat(found.second()).isCloseTo(expected.second(), within(1e-12));
        assertThat(found.rest()).isCloseTo(expected.rest(), within(1e-12));
    }

    /** Each observation an entry of its own. */
    private static CrossedVariance once(int[] unit, int[] first, int[] second, double[] values) {
        int[] times = new int[values.length];
        Arrays.fill(times, 1);
        return new CrossedVariance(unit, first, second, values, times);
    }

    private static CrossedVariance simulated(Random random, double[] truth) {
        int units = 30;
        int n = 0;
        int[] unit = new int[units * 10];
        int[] first = new int[units * 10];
        int[] second = new int[units * 10];
        double[] values = new double[units * 10];
        double[] ofSecond = random.doubles(12)
                .map(u -> random.nextGaussian() * Math.sqrt(truth[2]))
                .toArray();
        for (int u = 0; u < units; u++) {
            double ofUnit = random.nextGaussian() * Math.sqrt(truth[0]);
            double[] ofFirst = random.doubles(5)
                    .map(f -> random.nextGaussian() * Math.sqrt(truth[1]))
                    .toArray();
            int from = random.nextInt(12);
            for (int i = 0; i < 10; i++) {
                int s = (from + i) % 12;
                if (random.nextDouble() < 0.9) {
                    unit[n] = u;
                    first[n] = i % 5;
                    second[n] = s;
                    values[n++] =
                            0.5 + ofUnit + ofFirst[i % 5] + ofSecond[s] + random.nextGaussian() * Math.sqrt(truth[3]);
                }
            }
        }
        return once(
                Arrays.copyOf(unit, n), Arrays.copyOf(first, n), Arrays.copyOf(second, n), Arrays.copyOf(values, n));
    }

    private static JsonNode golden(String name) throws IOException {
        return TestTable.json("crossed_variance.json").get(name);
    }

    private static CrossedVariance of(JsonNode golden) {
        return once(whole(golden, "unit"), whole(golden, "first"), whole(golden, "second"), numbers(golden, "values"));
    }

    private static void requireSame(Components found, JsonNode figures, double precision) {
        assertThat(found.unit()).isCloseTo(figures.get("unit").asDouble(), within(precision));
        assertThat(found.first()).isCloseTo(figures.get("first").asDouble(), within(precision));
        assertThat(found.second()).isCloseTo(figures.get("second").asDouble(), within(precision));
        assertThat(found.rest()).isCloseTo(figures.get("rest").asDouble(), within(precision));
    }

    private static int[] whole(JsonNode node, String field) {
        return Arrays.stream(numbers(node, field)).mapToInt(x -> (int) x).toArray();
    }

    private static double[] numbers(JsonNode node, String field) {
        double[] numbers = new double[node.get(field).size()];
        Arrays.setAll(numbers, i -> node.get(field).get(i).asDouble());
        return numbers;
    }
}
