package dev.cultivar.bench;

import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.TwoStageBootstrap;
import dev.cultivar.stats.WeightedSpearman;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One round: draw clusters, draw units within them, and correlate the weighted values with those of the clusters; on one thread after
 * warm-up. The table stays 80 clusters x 11 values while the number of units grows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TwoStageBootstrapBenchmark {

    private static final int CLUSTERS = 80;
    private static final int VALUES = 11;

    /** All units together. */
    @Param({"300", "30000", "3000000"})
    public int units;

    private TwoStageBootstrap bootstrap = TwoStageBootstrap.of(new int[1][1]);
    private WeightedSpearman correlation = WeightedSpearman.of(new double[1], new double[1]);
    private UniformRandomProvider rng = new Seeds(1).stream(0);

    /** Units spread at random over the table. */
    @Setup
    public void data() {
        int[][] counts = new int[CLUSTERS][VALUES];
        for (int i = 0; i < units; i++) {
            counts[rng.nextInt(CLUSTERS)][rng.nextInt(VALUES)]++;
        }
        double[] x = new double[CLUSTERS * VALUES];
        double[] y = new double[CLUSTERS * VALUES];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % VALUES / (VALUES - 1.0);
            y[i] = i / VALUES / (double) CLUSTERS;
        }
        bootstrap = TwoStageBootstrap.of(counts);
        correlation = WeightedSpearman.of(x, y);
    }

    /** The round. */
    @Benchmark
    public double round() {
        return correlation.rho(bootstrap.draw(rng));
    }
}
