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
        Interval interval = Bootstrap.percentile(replicates, 0.90);
        assertThat(interval.lower()).isCloseTo(5, within(1e-9));
        assertThat(interval.upper()).isCloseTo(95, within(1e-9));
    }

    @Test
    void anUndefinedReplicateWidensTheIntervalAtBothEnds() {
        double[] replicates = IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray();
        replicates[49] = NAN;
        Interval interval = Bootstrap.percentile(replicates, 0.90);
        assertThat(interval.lower()).isCloseTo(4, within(1e-9));
        assertThat(interval.upper()).isCloseTo(96, within(1e-9));
    }

    @Test
    void tooManyUndefinedReplicatesLeaveNoInterval() {
        double[] replicates =
                IntStream.rangeClosed(1, 99).mapToDouble(i -> i <= 10 ? NAN : i).toArray();
        assertThat(Bootstrap.percentile(replicates, 0.90).defined()).isFalse();
        assertThat(Bootstrap.percentile(new double[0], 0.90).defined()).isFalse();
        assertThat(Bootstrap.percentile(new double[] {1, 2, 3}, 0.95).defined()).isFalse();
    }

    @Test
    void withoutBiasOrSkewBcaIsThePercentileInterval() {
        double[] replicates =
                IntStream.rangeClosed(-500, 500).mapToDouble(i -> i).toArray();
        Interval bca = Bootstrap.bca(0, replicates, new double[] {-1, 0, 1}, 0.95);
        Interval percentile = Bootstrap.percentile(replicates, 0.95);
        assertThat(bca.lower()).isCloseTo(percentile.lower(), within(1e-6));
        assertThat(bca.upper()).isCloseTo(percentile.upper(), within(1e-6));
    }

    /** {@code inference.R}: quantile of type 6, and boot.ci, which interpolates between replicates on the scale of the normal. */
    @Test
    void intervalsAreThoseOfR() throws IOException {
        JsonNode expected = TestTable.json("inference.json");
        double[] replicates = TestTable.numbers(expected.get("replicates"));
        double[] sample = TestTable.numbers(expected.get("sample"));
        double mean = Arrays.stream(sample).average().orElseThrow();
        double[] jackknife = Jackknife.leaveOneOut(24, i -> (24 * mean - sample[i]) / 23);
        double[] quantiles = TestTable.numbers(expected.get("quantiles"));
        double[] bca = TestTable.numbers(expected.get("bca"));
        assertThat(Bootstrap.percentile(replicates, 0.95).lower()).isCloseTo(quantiles[0], within(1e-9));
        assertThat(Bootstrap.percentile(replicates, 0.95).upper()).isCloseTo(quantiles[1], within(1e-9));
        assertThat(Bootstrap.bca(mean, replicates, jackknife, 0.9).lower()).isCloseTo(bca[0], within(5e-4));
        assertThat(Bootstrap.bca(mean, replicates, jackknife, 0.9).upper()).isCloseTo(bca[1], within(5e-4));
        assertThat(Bootstrap.percentile(replicates, 0.9).upper()).isNotCloseTo(bca[1], within(5e-3));
    }

    /** For an estimate that is exponential around its truth, the replicates are biased low in the median; BCa must move up. */
    @Test
    void bcaMovesTowardsTheLongTail() {
        UniformRandomProvider rng = new Seeds(5).stream(0);
        double[] sample = IntStream.range(0, 25)
                .mapToDouble(i -> -Math.log(1 - rng.nextDouble()))
                .toArray();
        double mean = Arrays.stream(sample).average().orElseThrow();
        double[] replicates = Bootstrap.run(4000, 1, r -> new double[] {resampledMean(r, sample)})
                .replicates(0);
        double[] jackknife = Jackknife.leaveOneOut(25, i -> (25 * mean - sample[i]) / 24);
        Interval bca = Bootstrap.bca(mean, replicates, jackknife, 0.95);
        Interval percentile = Bootstrap.percentile(replicates, 0.95);
        assertThat(bca.lower()).isGreaterThan(percentile.lower());
        assertThat(bca.upper()).isGreaterThan(percentile.upper());
    }

    @Test
    void bcaIsUndefinedWhereAllReplicatesLieOnOneSide() {
        double[] above = IntStream.rangeClosed(1, 999).mapToDouble(i -> i).toArray();
        assertThat(Bootstrap.bca(0, above, new double[] {1, 2, 3}, 0.95).defined())
                .isFalse();
        assertThat(Bootstrap.bca(NAN, above, new double[] {1, 2, 3}, 0.95).defined())
                .isFalse();
        assertThat(Bootstrap.bca(500, above, new double[] {1, NAN, 3}, 0.95).defined())
                .isFalse();
    }

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        int runs = 400;
        int percentileHits = 0;
        int bcaHits = 0;
        for (int run = 0; run < runs; run++) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(new Seeds(6).stream(run));
            double[] sample = normal.samples(40).toArray();
            double mean = Arrays.stream(sample).average().orElseThrow();
            BootstrapResult result = Bootstrap.run(599, run, r -> new double[] {resampledMean(r, sample)});
            double[] jackknife = Jackknife.leaveOneOut(40, i -> (40 * mean - sample[i]) / 39);
            percentileHits += result.percentile(0, 0.9).contains(0) ? 1 : 0;
            bcaHits += result.bca(0, mean, jackknife, 0.9).contains(0) ? 1 : 0;
        }
        // 0.9 less about 0.01 for the small sample, four standard errors of 0.015 either way
        assertThat(percentileHits / (double) runs).isBetween(0.83, 0.95);
        assertThat(bcaHits / (double) runs).isBetween(0.83, 0.95);
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
        assertThatThrownBy(() -> Bootstrap.percentile(new double[] {1}, 1)).hasMessageContaining("confidence is 1.0");
    }

    private static double resampledMean(UniformRandomProvider rng, double[] sample) {
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            sum += sample[rng.nextInt(sample.length)];
        }
        return sum / sample.length;
    }
}
