package dev.cultivar.bench;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.api.Outcome;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
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
 * The robust analysis of one model in one language with 10,000 bootstrap rounds, so that nearly all of it is rounds. The responses of a
 * table of 300 are given many times over; what a round works on, entries of topic and polarity, stays.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ManyResponsesBenchmark {

    private static final int ROUNDS = 10_000;
    private static final int FEW = 300;

    /** Responses of the model in the language. */
    @Param({"300", "3000000"})
    public int responses;

    private List<ScoredSample> samples = List.of();

    /** Four seeded responses to each of 75 topics, each so many times. */
    @Setup
    public void data() {
        PopulationTable table = PopulationTable.builtIn();
        List<String> topics = table.topics(table.find("NL").orElseThrow()).stream()
                .sorted()
                .limit(75)
                .toList();
        Random random = new Random(1);
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < FEW; i++) {
            counts.computeIfAbsent(topics.get(i % topics.size()), topic -> new TreeMap<>())
                    .merge(random.nextInt(11) / 10.0, responses / FEW, Integer::sum);
        }
        samples = List.of(new ScoredSample(
                "m",
                "f",
                "nl",
                new TreeSet<>(topics),
                responses,
                Map.of(Outcome.SCORED, responses),
                new PolarityCounts(counts)));
    }

    /** All rounds. */
    @Benchmark
    public Analysis rounds() {
        AnalysisOptions options = new AnalysisOptions(
                1,
                0.95,
                ROUNDS,
                OptionalDouble.of(1),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                false);
        return new RunAnalysis(PopulationTable.builtIn(), options).of(samples, Map.of());
    }
}
