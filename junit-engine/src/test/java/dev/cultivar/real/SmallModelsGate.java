package dev.cultivar.real;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;

/** Asks two small open models; see the README beside its settings. */
@CulturalSuite(
        models = "coder-1.5b",
        languages = {"en", "pt"},
        responses = 40)
@DistinctGate(min = 0.30)
@BiasGate(max = 0)
@CoverageGate(min = 0.80)
class SmallModelsGate {

    @CulturalProbe({"F118", "F120", "F121", "F144_02", "F063", "E069_04", "D059", "E116", "H009", "E025"})
    void topics() {}
}
