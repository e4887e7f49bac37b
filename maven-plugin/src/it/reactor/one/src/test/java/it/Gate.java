package it;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(models = "stub", languages = "en", responses = 12)
@CoverageGate(min = 0.5)
class Gate {
    @CulturalProbe({"F120", "F118"})
    void values() {}
}
