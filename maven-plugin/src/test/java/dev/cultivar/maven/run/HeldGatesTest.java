package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeldGatesTest {

    @Test
    void aFirstReleaseWithoutABaselineIsNotCountedAsNoGateThatPasses() {
        assertThat(HeldGates.of(List.of(Verdicts.uncompared(), Verdicts.uncompared())))
                .isEqualTo("no gate was decided, 2 had nothing to be compared with");
    }
}
