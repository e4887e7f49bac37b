package it;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

@CulturalSuite(
        models = "planted/perfect-DK",
        languages = {"da"},
        responses = 4)
@CoverageGate(min = 0.1)
class Gate {
    @CulturalProbe("F120")
    void abortion(CellResult cell) {
        assert cell.scored() > 0;
    }

    @CulturalProbe("F118")
    void homosexuality() {}
}
