package it;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 8)
@CoverageGate(min = 0.8)
class Gate {
    @CulturalProbe({"F118", "F120", "F121", "F123"})
    void values() {}
}
