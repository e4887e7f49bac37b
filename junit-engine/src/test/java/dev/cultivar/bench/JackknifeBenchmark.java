package dev.cultivar.bench;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.StratifiedJackknife;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.Warmup;

/** The jackknife of an alignment with one population, over 300 responses to 76 topics, on one thread after warm-up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JackknifeBenchmark {

    private static final int RESPONSES = 300;
    private static final int TOPICS = 76;

    private int[] start = {};
    private int[] count = {};
    private Alignments alignments =
            new Alignments(CountTable.of(new PolarityCounts(new TreeMap<>()), List.of()), Metric.SPEARMAN, List.of());

    /** Seeded responses. */
    @Setup
    public void data() {
        PopulationTable populations = PopulationTable.builtIn();
        List<String> topics = populations.topics(populations.find("US").orElseThrow()).stream()
                .sorted()
                .limit(TOPICS)
                .toList();
        Random random = new Random(1);
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < RESPONSES; i++) {
            counts.computeIfAbsent(topics.get(i % TOPICS), topic -> new TreeMap<>())
                    .merge(random.nextInt(11) / 10.0, 1, Integer::sum);
        }
        CountTable table = CountTable.of(new PolarityCounts(counts), topics);
        start = table.start;
        count = table.count;
        alignments = new Alignments(
                table, Metric.SPEARMAN, List.of(Truth.of(populations.find("US").orElseThrow(), populations, topics)));
    }

    /** Every response left out once. */
    @Benchmark
    public List<StratifiedJackknife.Variance> alignment() {
        StratifiedJackknife jackknife = StratifiedJackknife.of(start, count);
        return jackknife.of((topic, entry) -> alignments.of(jackknife.without(topic, entry)));
    }
}
