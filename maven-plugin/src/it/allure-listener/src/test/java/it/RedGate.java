package it;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Too few topics for a correlation, so its gate is red. */
@CulturalSuite(models = "baseline/perfect-DK", languages = {"da"}, responses = 4)
@ConsistencyGate(min = 0.1)
class RedGate {
    @CulturalProbe("F120")
    void abortion() {}
}
