package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A statistic of two runs of one model in one language, on the topics that have the truth it needs and a response in both runs: alignment
 * by Spearman's rho, distinct alignment, or bias.
 */
public final class PairedStatistic {

    private final List<String> topics;
    private final List<String> lost;
    private final CountTable now;
    private final CountTable before;
    private final ToDoubleFunction<double[]> ofNow;
    private final ToDoubleFunction<double[]> ofBefore;

    /** Maps the counts of one run to the statistic as a function of the weights of their entries. */
    private interface Terms {
        ToDoubleFunction<double[]> of(CountTable table, List<String> topics);
    }

    private PairedStatistic(List<String> comparable, BeforeAndNow runs, Terms terms) {
        topics = comparable.stream()
                .filter(topic -> runs.now().total(topic) > 0 && runs.before().total(topic) > 0)
                .toList();
        lost = comparable.stream().filter(topic -> !topics.contains(topic)).toList();
        now = CountTable.of(runs.now(), topics);
        before = CountTable.of(runs.before(), topics);
        ofNow = terms.of(now, topics);
        ofBefore = terms.of(before, topics);
    }

    /**
     * Lays out both runs.
     *
     * @param statistic alignment, distinct alignment or bias
     * @param population compared with; for a bias, the reference country
     * @param common topics to compare on; those without truth or without responses in both are left out
     * @throws IllegalArgumentException where the statistic is not one by which two runs are compared
     */
    public static PairedStatistic of(
            Statistic statistic,
            PopulationKey population,
            String language,
            BeforeAndNow runs,
            Collection<String> common,
            PopulationTable populations) {
        List<String> asked = List.copyOf(new TreeSet<>(common));
        boolean[] known = truth(statistic, population, language, asked, CountTable.of(runs.now(), asked), populations);
        List<String> comparable = IntStream.range(0, known.length)
                .filter(q -> known[q])
                .mapToObj(asked::get)
                .toList();
        return new PairedStatistic(
                comparable, runs, (table, kept) -> terms(statistic, population, language, kept, table, populations));
    }

    /** The mean over topics of the mean polarity; it needs no truth. */
    public static PairedStatistic ofMeans(BeforeAndNow runs, Collection<String> common) {
        return new PairedStatistic(
                List.copyOf(new TreeSet<>(common)), runs, (table, kept) -> weights -> mean(table, weights));
    }

    private static double mean(CountTable table, double[] weights) {
        double sum = 0;
        for (int q = 0; q < table.topics(); q++) {
            double total = 0;
            double weight = 0;
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                total += weights[e] * table.values[table.value[e]];
                weight += weights[e];
            }
            sum += total / weight;
        }
        return sum / table.topics();
    }

    private static boolean[] truth(
            Statistic statistic,
            PopulationKey population,
            String language,
            List<String> topics,
            CountTable table,
            PopulationTable populations) {
        Truth truth =
                switch (statistic) {
                    case BIAS ->
                        BiasTerms.of(population, populations, language, topics, table)
                                .common();
                    case DISTINCT ->
                        DistinctTerms.of(population, populations, topics, table).own();
                    default -> Truth.of(population, populations, topics);
                };
        return truth.mask();
    }

    private static ToDoubleFunction<double[]> terms(
            Statistic statistic,
            PopulationKey population,
            String language,
            List<String> topics,
            CountTable table,
            PopulationTable populations) {
        return switch (statistic) {
            case ALIGNMENT -> {
                Alignments alignments =
                        new Alignments(table, Metric.SPEARMAN, List.of(Truth.of(population, populations, topics)));
                yield weights -> alignments.of(weights)[0];
            }
            case BIAS -> BiasTerms.of(population, populations, language, topics, table)::of;
            case DISTINCT -> DistinctTerms.of(population, populations, topics, table)::of;
            default -> throw new IllegalArgumentException("two runs are not compared by " + statistic.label());
        };
    }

    public List<String> topics() {
        return topics;
    }

    /** Topics with truth that both runs asked, but without a response in one of them. */
    public List<String> lost() {
        return lost;
    }

    /** Number of those responses in the later run. */
    public long responsesNow() {
        return Arrays.stream(now.responses).sum();
    }

    /** Number of those responses in the earlier run. */
    public long responsesBefore() {
        return Arrays.stream(before.responses).sum();
    }

    /** Responses of the run, topics in the order of {@link #topics}. */
    public CountTable tableNow() {
        return now;
    }

    /** Responses of the baseline, topics in the order of {@link #topics}. */
    public CountTable tableBefore() {
        return before;
    }

    /** @param weights of the entries of {@link #tableNow} */
    public double now(double[] weights) {
        return ofNow.applyAsDouble(weights);
    }

    /** @param weights of the entries of {@link #tableBefore} */
    public double before(double[] weights) {
        return ofBefore.applyAsDouble(weights);
    }

    /**
     * The statistic now minus the statistic before.
     *
     * @param times how often each topic counts
     */
    public double change(int[] times) {
        return now(now.weights(times)) - before(before.weights(times));
    }
}
