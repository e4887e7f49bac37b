package dev.cultivar.analysis.counts;

import dev.cultivar.stats.Binomial;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws what a known model would have answered: as many responses per topic as a sample has, each from ten respondents. */
public final class SimulatedResponses {

    private static final int RESPONDENTS = 10;
    /** Above this many responses to a topic, counts by polarity are drawn instead of single responses. */
    private static final long FEW = 40;

    private final CountTable table;

    /** Takes the number of responses by topic. */
    public SimulatedResponses(long[] responses) {
        table = CountTable.dense(responses, RESPONDENTS + 1);
    }

    public CountTable table() {
        return table;
    }

    /** Probability of 0, 0.1, ..., 1 when each respondent is in favour with probability {@code p}. */
    public static double[] tenRespondents(double p) {
        double[] mass = new double[RESPONDENTS + 1];
        double choose = 1;
        for (int k = 0; k <= RESPONDENTS; k++) {
            mass[k] = choose * Math.pow(p, k) * Math.pow(1 - p, RESPONDENTS - k);
            choose = choose * (RESPONDENTS - k) / (k + 1);
        }
        return mass;
    }

    /** Equal probability of 0, 0.1, ..., 1. */
    public static double[] uniform() {
        double[] mass = new double[RESPONDENTS + 1];
        Arrays.fill(mass, 1.0 / mass.length);
        return mass;
    }

    /**
     * One draw, as weights of {@link #table()}.
     *
     * @param mass probability of each polarity, by topic; empty for topics to leave out
     */
    public double[] draw(UniformRandomProvider rng, double[][] mass) {
        double[] weights = new double[table.count.length];
        for (int q = 0; q < table.topics(); q++) {
            if (mass[q].length == 0) {
                continue;
            }
            if (table.responses[q] <= FEW) {
                singly(rng, mass[q], table.responses[q], weights, table.start[q]);
            } else {
                together(rng, mass[q], table.responses[q], weights, table.start[q]);
            }
        }
        return weights;
    }

    private static void singly(UniformRandomProvider rng, double[] mass, long n, double[] weights, int from) {
        double[] upTo = new double[RESPONDENTS];
        double sum = 0;
        for (int k = 0; k < RESPONDENTS; k++) {
            sum += mass[k];
            upTo[k] = sum;
        }
        for (long i = 0; i < n; i++) {
            double u = rng.nextDouble();
            int k = 0;
            for (double bound : upTo) { // no early exit: an unpredictable branch costs more than the rest
                k += u >= bound ? 1 : 0;
            }
            weights[from + k]++;
        }
    }

    private static void together(UniformRandomProvider rng, double[] mass, long n, double[] weights, int from) {
        long left = n;
        double rest = 1;
        for (int k = 0; k < RESPONDENTS && left > 0; k++) {
            long drawn = Binomial.draw(rng, left, Math.min(1, Math.max(0, mass[k] / rest)));
            weights[from + k] = drawn;
            left -= drawn;
            rest -= mass[k];
        }
        weights[from + RESPONDENTS] += left;
    }
}
