package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What populations would score if each response came from ten of their people. A statistic of responses depends only on how many of them
 * had which polarity, so its expectation in the limit is the statistic itself, applied to {@code n_q Binomial(10, p_q)(k)} responses with
 * polarity {@code k / 10}; no simulation is needed. Distances between topic means depend on how these scatter, and that distribution is
 * known too. Results are cached, because the samples of a run often have the same number of responses. Safe for use by many threads.
 */
public final class PerfectRespondents {

    private final CountTable table;
    private final List<String> topics;
    private final PopulationTable populations;
    private final ResponseScores scores;
    private final Map<PopulationKey, ResponseScores.Under> ofPeople = new ConcurrentHashMap<>();
    private final Map<Asked, ReferencePoints> found = new ConcurrentHashMap<>();

    /** @param metric of an alignment; null for other statistics */
    private record Asked(Statistic statistic, @Nullable Metric metric, PopulationKey own) {}

    /**
     * Respondents in place of one sample.
     *
     * @param responses by topic, in the order of {@code topics}
     */
    public PerfectRespondents(long[] responses, List<String> topics, PopulationTable populations) {
        table = new SimulatedResponses(responses).table();
        scores = new ResponseScores(table);
        this.topics = List.copyOf(topics);
        this.populations = populations;
    }

    /** Reference points of the alignment with a population. */
    public ReferencePoints alignment(Metric metric, PopulationKey own) {
        return found.computeIfAbsent(new Asked(Statistic.ALIGNMENT, metric, own), asked -> ofAlignment(metric, own));
    }

    /** Reference points of the distinct alignment with a population. */
    public ReferencePoints distinct(PopulationKey own) {
        return found.computeIfAbsent(new Asked(Statistic.DISTINCT, null, own), asked -> ofDistinct(own));
    }

    /**
     * Reference points of the bias towards the United States in a language, whose own people are {@link PopulationTable#localPopulation};
     * empty where they are Americans or unknown.
     */
    public Optional<ReferencePoints> bias(String language) {
        return populations
                .localPopulation(language)
                .filter(own -> !isReference(own))
                .flatMap(own -> populations
                        .find(PopulationTable.REFERENCE)
                        .map(reference -> found.computeIfAbsent(
                                new Asked(Statistic.BIAS, null, own), asked -> ofBias(reference, language, own))));
    }

    private ReferencePoints ofAlignment(Metric metric, PopulationKey own) {
        Truth truth = Truth.of(own, populations, topics);
        if (metric.ofTopicMeans()) {
            return points(
                    own,
                    other -> ofTopicMeans(metric, truth, polarity(other)),
                    ofTopicMeans(metric, truth, world(own)),
                    null);
        }
        Alignments alignments = new Alignments(table, metric, List.of(truth));
        double random = metric.correlation() ? 0 : alignments.of(uniform(truth))[0];
        return points(
                own, other -> alignments.of(ofPeople(other))[0], alignments.of(weights(world(own)))[0], finite(random));
    }

    private ReferencePoints ofDistinct(PopulationKey own) {
        DistinctTerms terms = DistinctTerms.of(own, populations, topics, table);
        return points(own, other -> terms.of(ofPeople(other), 1), terms.of(weights(world(own))), 0.0);
    }

    /** Leaves out the best of the others: some lean to the United States more than Americans do themselves. */
    private ReferencePoints ofBias(PopulationKey reference, String language, PopulationKey own) {
        BiasTerms terms = BiasTerms.of(reference, populations, language, topics, table);
        return new ReferencePoints(
                finite(terms.of(ofPeople(own))),
                finite(terms.of(ofPeople(reference))),
                finite(terms.of(scores.under(weights(world(own))))),
                null,
                null,
                0.0);
    }

    private ReferencePoints points(
            PopulationKey own, ToDoubleFunction<PopulationKey> score, double world, @Nullable Double random) {
        Double best = null;
        String name = null;
        for (PopulationKey other : populations.others(own)) {
            Double scored = isReference(other) ? null : finite(score.applyAsDouble(other));
            if (scored != null && (best == null || scored > best)) {
                best = scored;
                name = other.name();
            }
        }
        Double reference = isReference(own)
                ? null
                : populations
                        .find(PopulationTable.REFERENCE)
                        .map(key -> finite(score.applyAsDouble(key)))
                        .orElse(null);
        return new ReferencePoints(finite(score.applyAsDouble(own)), reference, finite(world), best, name, random);
    }

    private double[] world(PopulationKey own) {
        return topics.stream()
                .mapToDouble(topic -> populations.world(own, topic).orElse(Double.NaN))
                .toArray();
    }

    private static boolean isReference(PopulationKey key) {
        return key.name().equals(PopulationTable.REFERENCE);
    }

    private double[] polarity(PopulationKey population) {
        return topics.stream()
                .mapToDouble(topic -> populations.polarity(population, topic).orElse(Double.NaN))
                .toArray();
    }

    /** Responses as the population's people would give them. */
    private ResponseScores.Under ofPeople(PopulationKey population) {
        return ofPeople.computeIfAbsent(population, key -> scores.under(weights(polarity(key))));
    }

    /** Expected numbers of responses, as weights of the table; 0 on topics without truth. */
    private double[] weights(double[] polarity) {
        double[] weights = new double[table.count.length];
        for (int q = 0; q < polarity.length; q++) {
            if (!Double.isNaN(polarity[q])) {
                spread(SimulatedResponses.tenRespondents(polarity[q]), q, weights);
            }
        }
        return weights;
    }

    private double[] uniform(Truth truth) {
        double[] weights = new double[table.count.length];
        for (int q = 0; q < truth.polarity.length; q++) {
            if (!Double.isNaN(truth.polarity[q])) {
                spread(SimulatedResponses.uniform(), q, weights);
            }
        }
        return weights;
    }

    private void spread(double[] mass, int q, double[] weights) {
        for (int k = 0; k < mass.length; k++) {
            weights[table.start[q] + k] = table.responses[q] * mass[k];
        }
    }

    /** One minus the mean over topics of the expected distance; the mean of {@code n} responses is that of {@code 10 n} people. */
    private double ofTopicMeans(Metric metric, Truth truth, double[] polarity) {
        double apart = 0;
        int known = 0;
        for (int q = 0; q < polarity.length; q++) {
            if (table.responses[q] > 0 && !Double.isNaN(polarity[q]) && !Double.isNaN(truth.polarity[q])) {
                int people = Math.toIntExact(10 * table.responses[q]);
                BinomialDistribution pro = BinomialDistribution.of(people, polarity[q]);
                for (int k = 0; k <= people; k++) {
                    apart += pro.probability(k) * metric.distance((double) k / people, truth.polarity[q]);
                }
                known++;
            }
        }
        return known == 0 ? Double.NaN : 1 - apart / known;
    }

    private static @Nullable Double finite(double score) {
        return Double.isFinite(score) ? score : null;
    }
}
