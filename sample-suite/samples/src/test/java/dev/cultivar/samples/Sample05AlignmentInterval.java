package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * An estimate above the threshold is not enough: the whole interval must be. Red on purpose, as INCONCLUSIVE.
 *
 * <p>Look at estimate, interval and threshold in the message. {@code -Dcultivar.inconclusive=pass} makes such a gate
 * skipped instead of red; more responses narrow the interval.
 */
@CulturalSuite(models = "planted/mix-US70-DK30", languages = "da", responses = 60)
@AlignmentGate(population = "DK", min = 0.75)
class Sample05AlignmentInterval {
    @CulturalProbe({"F118", "F119", "F120", "F121", "F122", "F123", "E033", "E036", "E037", "E039"})
    void values() {}
}
