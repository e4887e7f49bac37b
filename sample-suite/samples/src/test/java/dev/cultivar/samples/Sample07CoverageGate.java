package dev.cultivar.samples;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * A model that declines to answer. Red on purpose.
 *
 * <p>Look at the counts of outcomes: a refusal is never a score, so nothing is left to align, and a gate on coverage says so.
 */
@CulturalSuite(models = "planted/refuser", languages = "en", responses = 100)
@CoverageGate(min = 0.80)
class Sample07CoverageGate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
