package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Topics of one's own, asked beside built-in ones ({@code -Dcultivar.config=src/test/resources/own-topics.yaml}).
 *
 * <p>Look at the folder {@code own-topics} among the resources: statements, wordings in one language, and what people said. Templates,
 * and everything of the built-in topics, are Cultivar's.
 */
@CulturalSuite(models = "planted/perfect-DK", languages = "en", responses = 210)
@AlignmentGate(population = "DK", min = 0.70)
@CoverageGate(min = 0.90)
class Sample17OwnTopics {
    @CulturalProbe(catalogue = "work")
    void work() {}
}
