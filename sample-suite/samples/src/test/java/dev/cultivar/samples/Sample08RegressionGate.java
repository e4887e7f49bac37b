package dev.cultivar.samples;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DriftGate;
import dev.cultivar.api.RegressionGate;

/**
 * A run compared with an earlier one, topic by topic.
 *
 * <p>Look at {@code baselines/perfect-DK.json}: {@code cultivar:baseline-save} wrote it from this suite. It was saved with
 * another seed; the gate compares the bias towards the United States on the same topics, and passes where it rose by less than the margin.
 * Without a margin of its own it takes the least that an unchanged release passes in 8 of 10 runs. The drift gate beside it is an alarm: red
 * where a category of topics drifted, whichever way.
 */
@CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 320)
@RegressionGate(baseline = "baselines/perfect-DK.json", margin = 0.10)
@DriftGate(baseline = "baselines/perfect-DK.json")
class Sample08RegressionGate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
