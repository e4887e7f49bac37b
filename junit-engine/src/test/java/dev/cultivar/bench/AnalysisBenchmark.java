package dev.cultivar.bench;

import dev.cultivar.analysis.scores.AnalysisResult;
import dev.cultivar.analysis.scores.ScoresAnalysis;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The whole of an analysis on all processors, from files to every statistic and both regressions. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AnalysisBenchmark {

    private Path folder = Path.of("");
    private Path scores = folder;
    private Path capability = folder;

    /** Writes the files. */
    @Setup
    public void files() throws IOException {
        folder = Files.createTempDirectory("scores");
        scores = SixModels.scores(folder.resolve("scores.csv"));
        capability = SixModels.capability(folder.resolve("capability.csv"));
    }

    /** Deletes them. */
    @TearDown
    public void clean() throws IOException {
        Files.delete(scores);
        Files.delete(capability);
        Files.delete(folder);
    }

    private AnalysisResult analyse(Method method, int rounds) {
        return ScoresAnalysis.of(new ScoresRequest(
                scores,
                Optional.of(capability),
                PopulationSource.BUILT_IN,
                method,
                rounds,
                1,
                0.95,
                ScoresRequest.PAPER_RELIABILITY,
                0.01));
    }

    /** {@code published}, 100 rounds, after warm-up. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public AnalysisResult published() {
        return analyse(Method.PUBLISHED, 100);
    }

    /** {@code published}, 100 rounds, once in a process that has analysed nothing before. The start of the machine is not in it. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public AnalysisResult publishedCold() {
        return analyse(Method.PUBLISHED, 100);
    }

    /** {@code robust}, 10,000 rounds, once in a process that has analysed nothing before. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(2)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public AnalysisResult robust() {
        return analyse(Method.ROBUST, 10_000);
    }
}
