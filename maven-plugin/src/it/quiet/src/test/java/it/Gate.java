package it;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(
        models = "planted/perfect-DK",
        languages = {"da"},
        responses = 64)
@AlignmentGate(min = 0.4)
@CoverageGate(min = 0.9)
class Gate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
