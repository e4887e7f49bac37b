package dev.cultivar.sample;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(models = "planted/perfect-DK", languages = "da")
@AlignmentGate(min = 0.40)
class TenLinesGate {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
