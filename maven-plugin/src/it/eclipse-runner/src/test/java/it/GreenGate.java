package it;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(
        models = "planted/perfect-DK",
        languages = {"da"},
        responses = 4)
@CoverageGate(min = 0.1)
class GreenGate {
    @CulturalProbe("F120")
    void abortion() {}
}
