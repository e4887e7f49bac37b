package it;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
class Gate {
    @CulturalProbe("F120")
    void abortion() {}
}
