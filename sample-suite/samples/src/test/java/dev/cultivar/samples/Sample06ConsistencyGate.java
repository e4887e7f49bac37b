package dev.cultivar.samples;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Does a model say the same when it is asked the same again? Red on purpose for the random model, in one language.
 *
 * <p>Look at the two verdicts: a model of steady values passes, one that rolls dice does not. A gate on alignment alone
 * cannot tell dice from a population of mixed opinions.
 */
@CulturalSuite(
        models = {"planted/perfect-DK", "planted/uniform"},
        languages = "da",
        responses = 200)
@ConsistencyGate(min = 0.40)
class Sample06ConsistencyGate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
