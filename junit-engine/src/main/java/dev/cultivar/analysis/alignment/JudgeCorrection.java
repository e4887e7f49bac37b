package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.stats.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Takes the scatter that the judge's errors bring out of the correlations of one sample. */
public final class JudgeCorrection {

    /** Enough for the estimate; a round starts where it ended. */
    private static final int STEPS = 400;

    private static final int STEPS_OF_ROUND = 40;

    private final JudgeErrors errors;
    private final JudgeNoise noise;
    private final String language;
    private final JudgeNoise.Left estimate;

    public JudgeCorrection(JudgeErrors errors, ScoredSample sample, CountTable table) {
        this.errors = errors;
        noise = new JudgeNoise(sample.stances(), table);
        language = sample.language();
        estimate = noise.of(table.weights(), errors.expected(), noise.flat(), STEPS);
    }

    /** Under the matrix as expected. */
    public JudgeNoise.Left estimate() {
        return estimate;
    }

    /**
     * For a bootstrap round, under a matrix drawn for it: the same for all samples in one language, another for each language.
     *
     * @param rng of the round, in the same state for every sample
     */
    public JudgeNoise.Left round(double[] weights, UniformRandomProvider rng) {
        UniformRandomProvider own = new Seeds(rng.nextLong()).split(language).stream(0);
        return noise.of(weights, errors.draw(own), estimate.mixing(), STEPS_OF_ROUND);
    }

    /** A correlation less what the judge's errors took of it, in [-1,1]; NaN where nothing can be said. */
    public static double correlation(double value, double left) {
        return Math.max(-1, Math.min(1, value / left));
    }
}
