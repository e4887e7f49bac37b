package it;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(
        models = "planted/perfect-US",
        languages = {"nl"},
        responses = 304)
@BiasGate(reference = "US", max = 0.05)
@AlignmentGate(population = "NL", min = 0.99)
class Gate {
    @CulturalProbe(catalogue = "wvs7")
    void values() {}
}
