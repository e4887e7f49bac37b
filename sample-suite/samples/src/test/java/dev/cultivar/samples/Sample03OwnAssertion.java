package dev.cultivar.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * A probe that looks at its own cells. Red on purpose: the model holds American values.
 *
 * <p>Look at the failures: the method is called once for each cell, and each failure is a test of its own. The gate asks
 * about all answers, so it may pass where a single topic does not.
 */
@CulturalSuite(models = "planted/perfect-US", languages = "da", responses = 120)
@CoverageGate(min = 0.90)
class Sample03OwnAssertion {
    @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
    void nearTheDanes(CellResult cell) {
        assertThat(cell.gap("DK"))
                .as("distance of %s from DK on %s", cell.model(), cell.topic())
                .isLessThan(0.25);
    }
}
