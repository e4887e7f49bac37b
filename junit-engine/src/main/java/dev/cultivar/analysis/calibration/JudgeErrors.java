package dev.cultivar.analysis.calibration;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How a judge misreads statements in one language, and how well that is known.
 *
 * <p>The probability of each stance of the judge given the person's is the posterior mean under Perks' prior, a third of a statement per
 * stance, so a stance without labels leaves the judge's answer open. A draw is a Bayesian bootstrap (Rubin 1981) of the labelled batches:
 * the weight of each batch is a standard exponential, that of the prior a gamma with its weight as shape. With batches of one statement,
 * this is a draw from the Dirichlet posterior of each row.
 */
public final class JudgeErrors {

    private static final int STANCES = 3;
    private static final double PRIOR = 1.0 / 3;

    private final long[][] batches;

    private JudgeErrors(long[][] batches) {
        this.batches = batches;
    }

    /** @param confusionByBatch statements by the person's stance (rows) and the judge's (columns), in the order pro, con, neutral */
    public static JudgeErrors of(List<List<List<Long>>> confusionByBatch) {
        return new JudgeErrors(confusionByBatch.stream()
                .map(batch -> batch.stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .toArray())
                .toArray(long[][]::new));
    }

    /** Probability of the judge's stance (columns) given the person's (rows), in the order pro, con, neutral; rows sum to 1. */
    public double[][] expected() {
        double[] cells = new double[STANCES * STANCES];
        Arrays.fill(cells, PRIOR);
        for (long[] batch : batches) {
            for (int c = 0; c < cells.length; c++) {
                cells[c] += batch[c];
            }
        }
        return rows(cells);
    }

    /** The same probabilities, drawn from their uncertainty. */
    public double[][] draw(UniformRandomProvider rng) {
        SharedStateContinuousSampler prior = AhrensDieterMarsagliaTsangGammaSampler.of(rng, PRIOR, 1);
        ZigguratSampler.Exponential weight = ZigguratSampler.Exponential.of(rng);
        double[] cells = new double[STANCES * STANCES];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = Math.max(1e-300, prior.sample());
        }
        for (long[] batch : batches) {
            double w = weight.sample();
            for (int c = 0; c < cells.length; c++) {
                cells[c] += w * batch[c];
            }
        }
        return rows(cells);
    }

    private static double[][] rows(double[] cells) {
        double[][] rows = new double[STANCES][STANCES];
        for (int i = 0; i < STANCES; i++) {
            double sum = cells[3 * i] + cells[3 * i + 1] + cells[3 * i + 2];
            for (int j = 0; j < STANCES; j++) {
                rows[i][j] = cells[3 * i + j] / sum;
            }
        }
        return rows;
    }
}
