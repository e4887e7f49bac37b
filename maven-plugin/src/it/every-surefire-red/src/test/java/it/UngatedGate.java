package it;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Whatever the model answers, nothing stops it. */
@CulturalSuite(
        models = "planted/perfect-DK",
        languages = {"da"},
        responses = 4)
class UngatedGate {
    @CulturalProbe("F120")
    void abortion() {}
}
