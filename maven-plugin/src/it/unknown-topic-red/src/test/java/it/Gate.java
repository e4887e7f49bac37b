package it;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(models = "planted/perfect-DK", languages = {"da"}, responses = 64)
@AlignmentGate(min = 0.4)
class Gate {
    @CulturalProbe("F12O")
    void values() {}
}
