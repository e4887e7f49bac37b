package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Skipped;

/**
 * A topic left out, and why.
 *
 * <p>Look at the skipped test: the reason stands in every report, and the figures of the gates name the topic left out.
 */
@CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 100)
@AlignmentGate(min = 0.30)
class Sample12Skipping {
    @CulturalProbe({"F118", "F119", "F121", "F122", "F123", "E033", "E036", "E037", "E039"})
    void values() {}

    @Skipped("The wording is being reviewed.")
    @CulturalProbe("F120")
    void abortion() {}
}
