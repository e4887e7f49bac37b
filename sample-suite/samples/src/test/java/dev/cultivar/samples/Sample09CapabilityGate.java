package dev.cultivar.samples;

import dev.cultivar.api.CapabilityGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Do models of a family that know a language better also align better with its speakers? Red on purpose, as
 * INCONCLUSIVE: four models are too few to tell.
 *
 * <p>Look at {@code capability.yaml} among the resources, which puts built-in models into a family and gives each its
 * capability; run with {@code -Dcultivar.config=}, followed by its path.
 */
@CulturalSuite(
        models = {"planted/perfect-DK", "planted/mix-US30-DK70", "planted/mix-US70-DK30", "planted/perfect-US"},
        languages = {"da", "nl"},
        responses = 200)
@CapabilityGate(family = "mixtures", min = 0.0, languages = "da")
class Sample09CapabilityGate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
