package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * The smallest suite that can be red: one model, one language, ten topics, one gate.
 *
 * <p>Look at the head of the report: it says who set each value. Fewer than five topics
 * give no estimate, and a gate without an estimate is red.
 */
@CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 100)
@AlignmentGate(min = 0.40)
class Sample01FirstProbe {
    @CulturalProbe({"F118", "F119", "F120", "F121", "F122", "F123", "E033", "E036", "E037", "E039"})
    void values() {}
}
