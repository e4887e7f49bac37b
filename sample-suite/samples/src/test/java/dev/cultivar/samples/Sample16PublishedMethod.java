package dev.cultivar.samples;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * The same run by the robust method, the default, and by the published one ({@code -Dcultivar.method=published}).
 *
 * <p>Look at the intervals: the published method draws rows instead of topics and is too sure of itself. Estimates and
 * intervals of the two are not to be compared; gates should stand on the robust one.
 */
@CulturalSuite(models = "planted/mix-US70-DK30", languages = "da", responses = 320)
@BiasGate(reference = "US", max = 1.0)
@CoverageGate(min = 0.90)
class Sample16PublishedMethod {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
