package dev.cultivar.bench;

import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.regression.LinearMixedModel;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
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
 * One whole fit, from arrays to estimates, standard errors and Satterthwaite degrees of freedom, on one thread after warm-up. The
 * design has the shape of the capability relationship: 16 columns that are slopes within 4 levels, 9 groups, rows in rounds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 6, time = 1)
public class MixedModelBenchmark {

    private static final int COLUMNS = 16;
    private static final int GROUPS = 9;
    private static final int LEVELS = 4;

    /** Rows: one round of the 36 cells, as each bootstrap refit has; all 100 rounds at once, as published. */
    @Param({"36", "3600"})
    public int rows;

    private double[] y;
    private double[][] x;
    private int[] group;

    /** Seeded normal data; each group belongs to one of three families. */
    @Setup
    public void data() {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(new Seeds(1).stream(0));
        y = new double[rows];
        x = new double[rows][COLUMNS];
        group = new int[rows];
        double[] effects = normal.samples(GROUPS).toArray();
        double[] capability = normal.samples(GROUPS * LEVELS).toArray();
        for (int i = 0; i < rows; i++) {
            int g = i / LEVELS % GROUPS;
            int level = i % LEVELS;
            group[i] = g;
            x[i][level] = 0.6 + 0.1 * normal.sample();
            x[i][LEVELS * (1 + g % 3) + level] = 0.5 + 0.2 * capability[g * LEVELS + level];
            y[i] = 0.4 * x[i][level] + 0.2 * effects[g] + 0.06 * normal.sample();
        }
    }

    /** The fit. */
    @Benchmark
    public double[] fit() {
        return LinearMixedModel.fit(y, x, group).table().degreesOfFreedom();
    }
}
