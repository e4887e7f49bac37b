package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.List;

/**
 * What is left of the alignment with a population after removing what other countries share: the partial correlation of responses and the
 * population given the mean of the other countries, all by {@link Metric#MIRRORED}, on the topics on which both have truth. A model that
 * answers like the mean of the world, or at random, scores about 0.
 */
public final class DistinctTerms {

    /** If less than this share of the population's variation is its own, not shared with the world, the result says nothing. */
    private static final double LEAST_OWN_VARIATION = 0.02;

    /** A corrected correlation this high or higher cannot be partialled out. */
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
        scores = new ResponseScores(table);
    }

    /** The terms of a population against the other countries of the table's world. */
    public static DistinctTerms of(
            PopulationKey population, PopulationTable populations, List<String> topics, CountTable table) {
        double[] world = topics.stream()
                .mapToDouble(topic -> populations.world(population, topic).orElse(Double.NaN))
                .toArray();
        return of(Truth.of(population, populations, topics), world, table);
    }

    /**
     * The terms of a population against any other figures.
     *
     * @param world by topic, NaN where there is none
     */
    public static DistinctTerms of(Truth own, double[] world, CountTable table) {
        return new DistinctTerms(own, new Truth(own.population, world), table);
    }

    /** The population's truth, on the topics that count. */
    public Truth own() {
        return own;
    }

    /** Whether the population differs enough from the others to leave anything. */
    public boolean differs(double[] weights) {
        return new Sums(scores.under(weights)).differ();
    }

    /** The distinct alignment, in [-1,1]; NaN where it is undefined, or where the population and the others are too alike. */
    public double of(double[] weights) {
        return of(weights, 1);
    }

    /**
     * The same, corrected for the judge's errors.
     *
     * @param factor by which the errors multiply correlations of responses, in (0,1]; NaN where nothing can be said
     */
    public double of(double[] weights, double factor) {
        return of(scores.under(weights), factor);
    }

    /**
     * The same, corrected for the judge's errors.
     *
     * @param responses responses laid out in the same table
     */
    public double of(ResponseScores.Under responses, double factor) {
        Sums sums = new Sums(responses);
        return sums.differ()
                ? Correlation.partial(corrected(sums.ofOwn(), factor), corrected(sums.ofWorld(), factor), sums.shared)
                : Double.NaN;
    }

    private static double corrected(double correlation, double factor) {
        return factor == 1 ? correlation : Math.max(-MOST_CORRECTED, Math.min(MOST_CORRECTED, correlation / factor));
    }

    /** Sums of products of the mirrored ranks of the responses (r), the population (x) and the others (y); these ranks have mean 0. */
    private final class Sums {

        private final ResponseScores.Weighted responses;
        private final double xx;
        private final double yy;
        private final double rx;
        private final double ry;

        /** How much the population has in common with the others: the correlation of their ranks. */
        private final double shared;

        Sums(ResponseScores.Under all) {
            responses = all.on(mask, Metric.MIRRORED);
            double[] x = own.mirroredRanks(responses.topicWeight);
            double[] y = world.mirroredRanks(responses.topicWeight);
            double ofX = 0;
            double ofY = 0;
            double ofBoth = 0;
            double withX = 0;
            double withY = 0;
            for (int q = 0; q < x.length; q++) {
                double weight = responses.topicWeight[q];
                double deviation = responses.deviation[q];
                ofX += weight * x[q] * x[q];
                ofY += weight * y[q] * y[q];
                ofBoth += weight * x[q] * y[q];
                withX += deviation * x[q];
                withY += deviation * y[q];
            }
            xx = ofX;
            yy = ofY;
            rx = withX;
            ry = withY;
            shared = ofBoth / Math.sqrt(xx) / Math.sqrt(yy);
        }

        double ofOwn() {
            return responses.correlation(rx, xx);
        }

        double ofWorld() {
            return responses.correlation(ry, yy);
        }

        boolean differ() {
            return 1 - shared * shared >= LEAST_OWN_VARIATION;
        }
    }
}
