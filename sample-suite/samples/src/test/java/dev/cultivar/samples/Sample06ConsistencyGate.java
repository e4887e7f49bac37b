package dev.cultivar.samples;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.StabilityGate;

/**
 * Does a model say the same when it is asked the same again? Red on purpose for the random model, in one language.
 *
 * <p>Look at the two verdicts: a model of steady values passes, one that rolls dice does not. A gate on alignment alone
 * cannot tell dice from a population of mixed opinions. Stability asks for more than consistency: that the topic, and not the wording or the
 * template, decides the answer.
 */
@CulturalSuite(
        models = {"planted/perfect-DK", "planted/uniform"},
        languages = "da",
        responses = 200)
@ConsistencyGate(min = 0.40)
@StabilityGate(min = 0.40, models = "planted/perfect-DK")
class Sample06ConsistencyGate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
