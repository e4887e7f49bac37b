package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.BiasTerms;
import dev.cultivar.analysis.alignment.DistinctTerms;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.StratifiedJackknife;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one sample that gates ask for, without what a whole analysis does beside them: the terms, the jackknife and the pivots
 * are those of the analysis.
 */
final class SampleStatistics {

    /** What is estimated. */
    enum Kind {
        ALIGNMENT(Scale.FISHER),
        BIAS(Scale.LINE),
        DISTINCT(Scale.FISHER),
        MIRRORED(Scale.FISHER),
        PEARSON(Scale.FISHER),
        MEAN_ALIGNMENT(Scale.UNIT),
        CONSISTENCY(Scale.FISHER);

        private final Scale scale;

        Kind(Scale scale) {
            this.scale = scale;
        }

        Scale scale() {
            return scale;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<Metric> METRICS =
            List.of(Metric.SPEARMAN, Metric.MIRRORED, Metric.PEARSON, Metric.MEAN_ALIGNMENT);

    private final CountTable table;
    private final List<Alignments> alignments = new ArrayList<>();
    private final BiasTerms bias;
    private final DistinctTerms distinct;
    private final Map<Kind, Truth> rests = new EnumMap<>(Kind.class);
    private final FixedTopics fixed;

    private SampleStatistics(CountTable table, List<String> topics, String language, PopulationKey population) {
        PopulationTable populations = PopulationTable.builtIn();
        this.table = table;
        Truth own = Truth.of(population, populations, topics);
        METRICS.forEach(metric -> alignments.add(new Alignments(table, metric, List.of(own))));
        bias = BiasTerms.of(
                populations.find(PopulationTable.REFERENCE).orElseThrow(), populations, language, topics, table);
        double[] world = topics.stream()
                .mapToDouble(topic -> populations.world(population, topic).orElse(Double.NaN))
                .toArray();
        distinct = DistinctTerms.of(own, world, table);
        for (Kind kind : Kind.values()) {
            rests.put(kind, kind == Kind.BIAS ? bias.common() : kind == Kind.DISTINCT ? distinct.own() : own);
        }
        fixed = new FixedTopics(table, topics, Set.copyOf(topics));
    }

    /** Of responses. */
    static SampleStatistics of(PolarityCounts counts, List<String> topics, String language, PopulationKey own) {
        return new SampleStatistics(CountTable.of(counts, topics), topics, language, own);
    }

    /** Of a model's endless responses: {@link #of} with its {@link SimulatedModel#expected}. */
    static SampleStatistics endless(long[] responses, List<String> topics, String language, PopulationKey own) {
        return new SampleStatistics(new SimulatedResponses(responses).table(), topics, language, own);
    }

    /** Estimates in the order of the kinds, but for self-consistency, which is none of weights. */
    double[] of(double[] weights) {
        double[] each = alignments.stream().mapToDouble(a -> a.of(weights)[0]).toArray();
        return new double[] {each[0], bias.of(weights), distinct.of(weights), each[1], each[2], each[3], Double.NaN};
    }

    /** Pivots whose responses are uncertain; none where the analysis gives none. */
    Map<Kind, Pivot> theseTopics() {
        Map<Kind, Pivot> pivots = new EnumMap<>(Kind.class);
        double[] estimates = of(table.weights());
        double[][] without = fixed.without(new SelfConsistency(table), (weights, self) -> scaled(of(weights)));
        Map<BitSet, List<StratifiedJackknife.Variance>> known = new HashMap<>();
        for (Kind kind : Kind.values()) {
            boolean[] mask = rests.get(kind).mask();
            if (kind != Kind.CONSISTENCY
                    && enough(kind)
                    && fixed.lack(mask, false).isEmpty()) {
                List<StratifiedJackknife.Variance> variances =
                        known.computeIfAbsent(bits(mask), same -> fixed.variances(mask, without));
                put(pivots, kind, pivot(estimates[kind.ordinal()], variances.get(kind.ordinal()), kind.scale(), mask));
            }
        }
        return pivots;
    }

    /** The same of self-consistency, which is of pairs of responses. */
    @Nullable
    Pivot consistency() {
        SelfConsistency consistency = new SelfConsistency(table);
        Scale scale = Scale.intraclass(consistency.members());
        int[] once = new int[table.topics()];
        Arrays.fill(once, 1);
        List<StratifiedJackknife.Variance> variance = StratifiedJackknife.ofPairs(table.start, table.count)
                .of((q, entry) -> new double[] {scale.clamped(consistency.without(q, entry))});
        return fixed.lack(consistency.mask(), true).isPresent() || variance.isEmpty()
                ? null
                : pivot(consistency.of(once), variance.get(0), scale, consistency.mask());
    }

    private @Nullable Pivot pivot(double estimate, StratifiedJackknife.Variance variance, Scale scale, boolean[] mask) {
        return fixed.pivot(estimate, variance, 0, scale, 1, mask);
    }

    private static BitSet bits(boolean[] mask) {
        BitSet bits = new BitSet();
        IntStream.range(0, mask.length).filter(q -> mask[q]).forEach(bits::set);
        return bits;
    }

    private static double[] scaled(double[] values) {
        for (Kind kind : Kind.values()) {
            values[kind.ordinal()] = kind.scale().clamped(values[kind.ordinal()]);
        }
        return values;
    }

    /** Pivots whose topics are uncertain. */
    Map<Kind, Pivot> allTopics(UniformRandomProvider rng, int rounds) {
        double[][] replicates = new double[Kind.values().length][rounds];
        for (int round = 0; round < rounds; round++) {
            double[] values = of(table.weights(CountTable.times(rng, table.topics())));
            for (int j = 0; j < values.length; j++) {
                replicates[j][round] = values[j];
            }
        }
        double[] estimates = of(table.weights());
        Map<Kind, Pivot> pivots = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.CONSISTENCY && enough(kind)) {
                int topics = rests.get(kind).scoredTopics(table);
                put(
                        pivots,
                        kind,
                        Replicates.pivot(
                                estimates[kind.ordinal()], replicates[kind.ordinal()], topics, kind.scale(), 1));
            }
        }
        return pivots;
    }

    private boolean enough(Kind kind) {
        return rests.get(kind).scoredTopics(table) >= Estimate.LEAST_TOPICS;
    }

    private static void put(Map<Kind, Pivot> pivots, Kind kind, @Nullable Pivot pivot) {
        if (pivot != null) {
            pivots.put(kind, pivot);
        }
    }
}
