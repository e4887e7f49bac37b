package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableLineTest {

    @Test
    void aNumberThatRoundsToZeroHasNoSign() {
        assertThat(TableLine.of("| %.3f | %+.2f | %.1f%% | %+.3f |", -0.0004, -0.001, -0.04, 0.0))
                .isEqualTo("| 0.000 | 0.00 | 0.0% | 0.000 |");
    }

    @Test
    void anyOtherNumberKeepsItsSign() {
        assertThat(TableLine.of("| %.3f | %+.3f | %.1f | %s |", -0.0005, 0.002, -10.0, "2017-0"))
                .isEqualTo("| -0.001 | +0.002 | -10.0 | 2017-0 |");
    }
}
