package it;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.RegressionGate;

@CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 64)
@RegressionGate(baseline = "baselines/first.json", margin = 0.05)
class Gate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
