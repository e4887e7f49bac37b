package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.stats.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Corrects the correlations of one sample for the scatter that the judge's errors add. */
public final class JudgeCorrection {

    /**
     * Deliberately low: with a judge that is often wrong, more steps fit people's distribution to the noise of few responses. In the
     * simulations of {@code JudgeCorrectionTest} 20,000 steps moved corrected alignments by at most 0.002 where the judge is wrong on a
     * quarter of the statements, and by up to 0.09 where it is wrong on 40 in 100.
     */
    private static final int MOST_STEPS = 400;

    /** A round starts where the estimate ended. */
    private static final int MOST_STEPS_OF_ROUND = 40;

    private final JudgeErrors errors;
    private final JudgeAttenuation attenuation;
    private final String language;
    private final double[] weights;
    private final Attenuation estimate;

    public JudgeCorrection(JudgeErrors errors, ScoredSample sample, CountTable table) {
        this.errors = errors;
        attenuation = new JudgeAttenuation(sample.stances(), table);
        language = sample.language();
        weights = table.weights();
        estimate = attenuation.of(weights, errors.expected(), attenuation.flat(), MOST_STEPS);
    }

    /** The attenuation under the expected matrix. */
    public Attenuation estimate() {
        return estimate;
    }

    /**
     * The attenuation under a matrix drawn anew, with the responses held fixed.
     *
     * @param rng in the same state for every sample
     */
    public Attenuation draw(UniformRandomProvider rng) {
        return round(weights, rng.nextLong());
    }

    /**
     * The attenuation for a bootstrap round, under a matrix drawn for it: the same for all samples in one language, another for each
     * language.
     *
     * @param seed of the round, the same for every sample
     */
    public Attenuation round(double[] weights, long seed) {
        UniformRandomProvider own = new Seeds(seed).split(language).stream(0);
        return attenuation.of(weights, errors.draw(own), estimate.people(), MOST_STEPS_OF_ROUND);
    }
}
