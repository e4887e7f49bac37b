package dev.cultivar.samples;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * A model that speaks Danish and holds American values. Red on purpose.
 *
 * <p>Look at the message: bias is alignment with the reference less alignment with the countries that speak the language,
 * and the whole interval must lie at or below the threshold.
 */
@CulturalSuite(models = "planted/perfect-US", languages = "da", responses = 300)
@BiasGate(reference = "US", max = 0.05)
class Sample04BiasGate {
    @CulturalProbe(catalogue = "wvs7")
    void values() {}
}
