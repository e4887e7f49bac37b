package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Real models, planned only: nothing is sent.
 *
 * <p>Look at {@code real-models.yaml} among the resources: endpoint, models and judge; the key comes from an environment
 * variable. {@code cultivar:plan} says how many calls and tokens a run would take.
 */
@CulturalSuite(
        models = {"gemma-2-9b", "gemma-2-27b"},
        languages = {"da", "en"},
        responses = 300)
@AlignmentGate(min = 0.40, languages = "da")
class Sample15RealModels {
    @CulturalProbe(catalogue = "wvs7")
    void values() {}
}
