package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.SimulatedResponses;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A model whose answers are known: a response is the share of ten respondents in favour, who are alike as a beta distribution about the
 * topic's mean says.
 *
 * @param means by topic, in [0,1]
 * @param precision sum of the beta distribution's parameters; infinite for ten independent respondents
 */
record SimulatedModel(List<Double> means, double precision) {

    private static final int RESPONDENTS = 10;
    private static final double NEAREST_TO_AN_END = 0.01;

    SimulatedModel {
        means = List.copyOf(means);
    }

    /** What all responses would say if there were no end of them: weights of the table of {@link SimulatedResponses}. */
    double[] expected(long[] responses) {
        double[] weights = new double[responses.length * (RESPONDENTS + 1)];
        double[][] mass = mass();
        for (int e = 0; e < weights.length; e++) {
            int q = e / (RESPONDENTS + 1);
            weights[e] = responses[q] * mass[q][e % (RESPONDENTS + 1)];
        }
        return weights;
    }

    /** One draw, as weights of the same table. */
    double[] draw(UniformRandomProvider rng, long[] responses) {
        return new SimulatedResponses(responses).draw(rng, mass());
    }

    /** Such weights as counts. */
    static PolarityCounts counts(double[] weights, List<String> topics) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int e = 0; e < weights.length; e++) {
            if (weights[e] > 0) {
                counts.computeIfAbsent(topics.get(e / (RESPONDENTS + 1)), topic -> new TreeMap<>())
                        .put((double) (e % (RESPONDENTS + 1)) / RESPONDENTS, (int) weights[e]);
            }
        }
        return new PolarityCounts(counts);
    }

    /** Self-consistency over endless pairs of different responses, by its definition. */
    double consistency(long[] responses) {
        double[][] mass = mass();
        double[] pairs = new double[responses.length];
        double[] margin = new double[RESPONDENTS + 1];
        double total = 0;
        for (int q = 0; q < pairs.length; q++) {
            pairs[q] = responses[q] * (responses[q] - 1.0);
            total += pairs[q];
            for (int k = 0; k <= RESPONDENTS; k++) {
                margin[k] += pairs[q] * mass[q][k];
            }
        }
        double[] rank = new double[margin.length];
        double below = 0;
        for (int k = 0; k < rank.length; k++) {
            rank[k] = below + margin[k] / 2 - total / 2;
            below += margin[k];
        }
        double joint = 0;
        double variation = 0;
        for (int q = 0; q < pairs.length; q++) {
            double mean = 0;
            for (int k = 0; k < rank.length; k++) {
                mean += mass[q][k] * rank[k];
                variation += pairs[q] * mass[q][k] * rank[k] * rank[k];
            }
            joint += pairs[q] * mean * mean;
        }
        return joint / variation;
    }

    /** Probability of 0, 0.1, ..., 1, by topic. */
    double[][] mass() {
        return means.stream().map(this::mass).toArray(double[][]::new);
    }

    private double[] mass(double mean) {
        if (Double.isInfinite(precision)) {
            return SimulatedResponses.tenRespondents(mean);
        }
        double inner = Math.max(NEAREST_TO_AN_END, Math.min(1 - NEAREST_TO_AN_END, mean));
        double[] mass = new double[RESPONDENTS + 1];
        double ways = 1;
        for (int k = 0; k <= RESPONDENTS; k++) {
            mass[k] = ways * rising(inner * precision, k) * rising((1 - inner) * precision, RESPONDENTS - k);
            ways = ways * (RESPONDENTS - k) / (k + 1);
        }
        double all = Arrays.stream(mass).sum();
        Arrays.setAll(mass, k -> mass[k] / all);
        return mass;
    }

    private static double rising(double from, int factors) {
        double product = 1;
        for (int i = 0; i < factors; i++) {
            product *= from + i;
        }
        return product;
    }
}
