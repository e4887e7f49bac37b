package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Two models in two languages: each topic becomes four cells.
 *
 * <p>Look at the tree: suite, topic, model, language. A gate that names models holds for those alone, so that the random
 * model, which is here to be compared with, is not gated.
 */
@CulturalSuite(
        models = {"planted/perfect-local", "planted/uniform"},
        languages = {"da", "nl"},
        responses = 120)
@AlignmentGate(min = 0.40, models = "planted/perfect-local")
class Sample02ModelsAndLanguages {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
