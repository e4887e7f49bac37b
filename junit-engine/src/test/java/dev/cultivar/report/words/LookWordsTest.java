package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.gate.facts.GateStanding;
import dev.cultivar.run.plan.SampleKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookWordsTest {

    @Test
    void aFirstReleaseWhoseGatesHaveNoBaselineIsNotSaidToHaveZeroGates() {
        assertThat(LookWords.of("ReleaseGate", new GateStanding(1, 4, 152, 0, 0, 0, List.of(), 2)))
                .isEqualTo("ReleaseGate: look 1 of 4, at 152 responses per model and language: none of its gates"
                        + " has anything to decide on (a regression gate needs a baseline), so all responses are asked"
                        + " for.");
    }

    @Test
    void nothingIsCountedOfWhichThereIsNone() {
        assertThat(LookWords.of(
                        "ReleaseGate", new GateStanding(2, 4, 304, 3, 0, 0, List.of(new SampleKey("m1", "da")), 0)))
                .isEqualTo("ReleaseGate: look 2 of 4, at 304 responses per model and language: 3 of 3 gates with an"
                        + " interval decided.\n    Finished: m1 in Danish; nothing more is asked.");
    }
}
