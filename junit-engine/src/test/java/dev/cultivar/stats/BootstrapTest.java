package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double NAN = Double.NaN;

    @Test
    void replicatesAreTheSameOnAnyNumberOfThreads() throws Exception {
        double[] sequential = IntStream.range(0, 500)
                .mapToDouble(round -> new Seeds(42).stream(round).nextDouble())
                .toArray();
        for (int threads : new int[] {1, 2, 7}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                BootstrapResult result = pool.submit(
                                () -> Bootstrap.run(500, 42, rng -> new double[] {rng.nextDouble()}))
                        .get();
                assertThat(result.replicates(0)).containsExactly(sequential);
            } finally {
                pool.shutdown();
            }
        }
    }

    /** R: quantile(1:99, c(.05, .95), type = 6) is 5 and 95. */
    @Test
    void thePercentileIntervalReadsTheTailsOfTheReplicates() {
        double[] replicates =
                IntStream.rangeClosed(1, 99).mapToDouble(i -> 100 - i).toArray();
        Interval interval = PercentileInterval.of(replicates, 0.90);
        assertThat(interval.lower()).isCloseTo(5, within(1e-9));
        assertThat(interval.upper()).isCloseTo(95, within(1e-9));
    }

    @Test
    void anUndefinedReplicateWidensTheIntervalAtBothEnds() {
        double[] replicates = IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray();
        replicates[49] = NAN;
        Interval interval = PercentileInterval.of(replicates, 0.90);
        assertThat(interval.lower()).isCloseTo(4, within(1e-9));
        assertThat(interval.upper()).isCloseTo(96, within(1e-9));
    }

    @Test
    void tooManyUndefinedReplicatesLeaveNoInterval() {
        double[] replicates =
                IntStream.rangeClosed(1, 99).mapToDouble(i -> i <= 10 ? NAN : i).toArray();
        assertThat(PercentileInterval.of(replicates, 0.90).defined()).isFalse();
        assertThat(PercentileInterval.of(new double[0], 0.90).defined()).isFalse();
        assertThat(PercentileInterval.of(new double[] {1, 2, 3}, 0.95).defined())
                .isFalse();
    }

    /** {@code inference.R}: quantile of type 6. */
    @Test
    void thePercentileIntervalIsThatOfR() throws IOException {
        JsonNode expected = TestTable.json("inference.json");
        double[] replicates = TestTable.numbers(expected.get("replicates"));
        double[] quantiles = TestTable.numbers(expected.get("quantiles"));
        Interval interval = PercentileInterval.of(replicates, 0.95);
        assertThat(interval.lower()).isCloseTo(quantiles[0], within(1e-9));
        assertThat(interval.upper()).isCloseTo(quantiles[1], within(1e-9));
    }

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        int runs = 400;
        int hits = 0;
        for (int run = 0; run < runs; run++) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(new Seeds(6).stream(run));
            double[] sample = normal.samples(40).toArray();
            BootstrapResult result = Bootstrap.run(599, run, r -> new double[] {resampledMean(r, sample)});
            hits += PercentileInterval.of(result.replicates(0), 0.9).contains(0) ? 1 : 0;
        }
        // 0.9 less about 0.01 for the small sample, four standard errors of 0.015 either way
        assertThat(hits / (double) runs).isBetween(0.83, 0.95);
    }

    @Test
    void theStandardErrorOfAMeanIsFound() {
        double[] sample = new Seeds(8).stream(0).doubles(200).toArray();
        double mean = Arrays.stream(sample).average().orElseThrow();
        double variance =
                Arrays.stream(sample).map(v -> (v - mean) * (v - mean)).sum() / 200;
        BootstrapResult result = Bootstrap.run(4000, 9, r -> new double[] {0, resampledMean(r, sample)});
        assertThat(result.standardError(1)).isCloseTo(Math.sqrt(variance / 200), within(0.001));
        assertThat(result.standardError(0)).isZero();
        assertThat(result.statistics()).isEqualTo(2);
    }

    @Test
    void roundsMustReturnTheSameNumberOfStatistics() {
        assertThatThrownBy(() -> Bootstrap.run(50, 1, rng -> new double[1 + rng.nextInt(2)]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every round must return the same");
        assertThatThrownBy(() -> Bootstrap.run(0, 1, rng -> new double[1])).hasMessageContaining("rounds is 0");
        assertThatThrownBy(() -> PercentileInterval.of(new double[] {1}, 1)).hasMessageContaining("confidence is 1.0");
    }

    private static double resampledMean(UniformRandomProvider rng, double[] sample) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            sum += sample[rng.nextInt(sample.length)];
        }
        return sum / sample.length;
    }
}
