package it;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(models = "planted/perfect-US", languages = "en", responses = 64)
@AlignmentGate(population = "US", min = 0.3)
class Gate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
