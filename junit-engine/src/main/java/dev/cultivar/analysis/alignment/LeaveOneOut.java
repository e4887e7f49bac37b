package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * How much each topic weighs in a statistic: the statistic recomputed from the responses without that topic. The correction for a judge's
 * errors is left out.
 *
 * @param all the statistic over all topics; NaN where it is not defined
 * @param without the statistic without each topic, by topic; NaN where it is not defined. Topics that do not bear on it are absent
 */
public record LeaveOneOut(double all, SortedMap<String, Double> without) {

    /** For a statistic that does not come from the topics of one sample. */
    public static final LeaveOneOut NONE = new LeaveOneOut(Double.NaN, Collections.emptySortedMap());

    public LeaveOneOut {
        without = Collections.unmodifiableSortedMap(new TreeMap<>(without));
    }

    /** What a topic adds to the statistic: the value over all topics minus the value without this one; NaN where either is undefined. */
    public double influence(String topic) {
        return all - without.getOrDefault(topic, Double.NaN);
    }

    /** Alignment with a population. */
    public static LeaveOneOut alignment(
            PolarityCounts counts, PopulationKey population, PopulationTable populations, Metric metric) {
        List<String> topics = List.copyOf(counts.byTopic().keySet());
        CountTable table = CountTable.of(counts, topics);
        Truth truth = Truth.of(population, populations, topics);
        Alignments alignments = new Alignments(table, metric, List.of(truth));
        boolean[] bears = truth.mask();
        return of(topics, q -> bears[q], times -> alignments.of(table.weights(times))[0]);
    }

    /** Alignment with a population after removing what other countries share. */
    public static LeaveOneOut distinct(PolarityCounts counts, PopulationKey population, PopulationTable populations) {
        List<String> topics = List.copyOf(counts.byTopic().keySet());
        CountTable table = CountTable.of(counts, topics);
        DistinctTerms terms = DistinctTerms.of(population, populations, topics, table);
        boolean[] bears = terms.own().mask();
        return of(topics, q -> bears[q], times -> terms.of(table.weights(times)));
    }

    /** Alignment with a reference country minus the mean alignment with the countries of the language. */
    public static LeaveOneOut bias(
            PolarityCounts counts, PopulationKey reference, PopulationTable populations, String language) {
        List<String> topics = List.copyOf(counts.byTopic().keySet());
        CountTable table = CountTable.of(counts, topics);
        BiasTerms terms = BiasTerms.of(reference, populations, language, topics, table);
        boolean[] bears = terms.common().mask();
        return terms.possible() ? of(topics, q -> bears[q], times -> terms.of(table.weights(times))) : NONE;
    }

    /**
     * Self-consistency.
     *
     * @param reliability of the judge, by which it is divided, in (0,1]
     */
    public static LeaveOneOut consistency(PolarityCounts counts, double reliability) {
        List<String> topics = List.copyOf(counts.byTopic().keySet());
        CountTable table = CountTable.of(counts, topics);
        SelfConsistency consistency = new SelfConsistency(table);
        return of(topics, q -> table.responses[q] > 1, times -> consistency.of(times) / reliability);
    }

    /** A statistic now minus the same statistic before, on topics that both runs have. */
    public static LeaveOneOut change(PairedStatistic both) {
        return of(both.topics(), q -> true, both::change);
    }

    /**
     * Share of planned responses that were scored.
     *
     * @param planned responses by topic
     * @param scored responses by topic
     */
    public static LeaveOneOut coverage(SortedMap<String, Integer> planned, SortedMap<String, Integer> scored) {
        List<String> topics = List.copyOf(planned.keySet());
        return of(topics, q -> true, times -> {
            double all = 0;
            double some = 0;
            for (int q = 0; q < times.length; q++) {
                all += times[q] * (double) planned.getOrDefault(topics.get(q), 0);
                some += times[q] * (double) scored.getOrDefault(topics.get(q), 0);
            }
            return some / all;
        });
    }

    private static LeaveOneOut of(List<String> topics, IntPredicate bears, ToDoubleFunction<int[]> statistic) {
        int[] times = new int[topics.size()];
        Arrays.fill(times, 1);
        double all = statistic.applyAsDouble(times);
        SortedMap<String, Double> without = new TreeMap<>();
        for (int q = 0; q < times.length; q++) {
            if (bears.test(q)) {
                times[q] = 0;
                without.put(topics.get(q), statistic.applyAsDouble(times));
                times[q] = 1;
            }
        }
        return new LeaveOneOut(all, without);
    }
}
