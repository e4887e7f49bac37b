package dev.cultivar.sample;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;

@CulturalSuite(models = "planted/perfect-local", languages = "da")
@DistinctGate(min = 0.30)
class TenLinesGate {
    @CulturalProbe(catalogue = "values")
    void values() {}
}
