package it;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.RegressionGate;

@CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 320)
@RegressionGate(baseline = "baselines/v1.json", margin = 0.15)
class Demanding {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
