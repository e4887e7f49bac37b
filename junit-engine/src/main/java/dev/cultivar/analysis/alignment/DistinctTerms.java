package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the alignment with a population once what other countries share is taken out: the partial correlation of responses and
 * the population given the mean of the other countries, all by {@link Metric#MIRRORED}, on the topics on which both have truth. A model
 * that answers as the mean of the world, or at random, has about 0.
 */
public final class DistinctTerms {

    /** A smaller share of the population's variation that the world does not share says nothing. */
    private static final double LEAST_OWN_VARIATION = 0.02;

    /** A corrected correlation that is no smaller cannot be taken out. */
    private static final double MOST_CORRECTED = 0.999;

    private final Truth own;
    private final Truth world;
    private final boolean[] mask;
    private final ResponseScores scores;

    private DistinctTerms(Truth own, Truth world, CountTable table) {
        mask = own.mask();
        boolean[] other = world.mask();
        for (int q = 0; q < mask.length; q++) {
            mask[q] &= other[q];
        }
        this.own = own.only(mask);
        this.world = world.only(mask);
        scores = new ResponseScores(table, Metric.MIRRORED);
    }

    /** Of a population against the other countries of the table's world. */
    public static DistinctTerms of(
            PopulationKey population, PopulationTable populations, List<String> topics, CountTable table) {
        double[] world = topics.stream()
                .mapToDouble(topic -> populations.world(population, topic).orElse(Double.NaN))
                .toArray();
        return of(Truth.of(population, populations, topics), world, table);
    }

    /**
     * Of a population against any other figures.
     *
     * @param world by topic, NaN where there is none
     */
    public static DistinctTerms of(Truth own, double[] world, CountTable table) {
        return new DistinctTerms(own, new Truth(own.population, world), table);
    }

    /** The population, on the topics that count. */
    public Truth own() {
        return own;
    }

    /** Whether the population differs enough from the others for anything to be left. */
    public boolean differs(double[] weights) {
        double[] topicWeight = scores.of(weights, mask).topicWeight;
        return differs(shared(topicWeight, own.mirroredRanks(topicWeight), world.mirroredRanks(topicWeight)));
    }

    private static boolean differs(double shared) {
        return 1 - shared * shared >= LEAST_OWN_VARIATION;
    }

    /** In [-1,1]; NaN where it is not defined, or where own people and the others are too alike. */
    public double of(double[] weights) {
        return of(scores.of(weights, mask), 1);
    }

    /**
     * The same with the judge's errors taken out.
     *
     * @param factor by which they multiply correlations of responses, in (0,1]; NaN where nothing can be said
     */
    public double of(double[] weights, double factor) {
        return of(scores.of(weights, mask), factor);
    }

    /**
     * The same of several populations of one table, which is cheaper than one after the other.
     *
     * @param wanted which of them, by their place; others are NaN
     */
    public static double[] of(List<DistinctTerms> terms, double[] weights, double factor, IntPredicate wanted) {
        double[] found = new double[terms.size()];
        Arrays.fill(found, Double.NaN);
        ResponseScores.@Nullable Weighted responses = null;
        boolean[] before = {};
        for (int d = 0; d < found.length; d++) {
            if (wanted.test(d)) {
                DistinctTerms own = terms.get(d);
                if (responses == null || !Arrays.equals(before, own.mask)) {
                    responses = own.scores.of(weights, own.mask);
                    before = own.mask;
                }
                found[d] = own.of(responses, factor);
            }
        }
        return found;
    }

    private double of(ResponseScores.Weighted responses, double factor) {
        double[] x = own.mirroredRanks(responses.topicWeight);
        double[] y = world.mirroredRanks(responses.topicWeight);
        double shared = shared(responses.topicWeight, x, y);
        return differs(shared)
                ? Correlation.partial(
                        corrected(responses.correlation(x), factor),
                        corrected(responses.correlation(y), factor),
                        shared)
                : Double.NaN;
    }

    private static double corrected(double correlation, double factor) {
        return factor == 1 ? correlation : Math.max(-MOST_CORRECTED, Math.min(MOST_CORRECTED, correlation / factor));
    }

    /** How much the population has in common with the others: the correlation of their mirrored ranks. */
    private static double shared(double[] topicWeight, double[] x, double[] y) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int q = 0; q < x.length; q++) {
            if (!Double.isNaN(x[q])) {
                xx += topicWeight[q] * x[q] * x[q];
                yy += topicWeight[q] * y[q] * y[q];
                xy += topicWeight[q] * x[q] * y[q];
            }
        }
        return xy / Math.sqrt(xx) / Math.sqrt(yy);
    }
}
