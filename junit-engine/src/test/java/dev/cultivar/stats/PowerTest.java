package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PowerTest {

    /** {@code inference.R}: pt with a non-centrality parameter. */
    @Test
    void powerWithAnEstimatedStandardErrorIsThatOfR() throws IOException {
        for (JsonNode row : TestTable.json("inference.json").get("power")) {
            Power test = new Power(2 * row.get("tail").asDouble(), row.get("df").asDouble());
            assertThat(test.of(row.get("shift").asDouble()))
                    .as(row.toString())
                    .isCloseTo(row.get("power").asDouble(), within(1e-8));
        }
    }

    /** {@code inference.R}: power.t.test with two groups of 20, so a standard error of sqrt(2/20) and 38 degrees of freedom. */
    @Test
    void theDetectableDifferenceIsThatOfR() throws IOException {
        Power test = Power.twoSided(0.05).withDegreesOfFreedom(38);
        double delta = TestTable.json("inference.json").get("delta").asDouble();
        assertThat(Math.sqrt(0.1) * test.detectable(0.8)).isCloseTo(delta, within(1e-4));
    }

    /** The textbook (1.959964 + 0.841621) standard errors. */
    @Test
    void withAKnownStandardErrorItIsASumOfQuantiles() {
        assertThat(Power.twoSided(0.05).detectable(0.8)).isCloseTo(2.8015852, within(1e-6));
        assertThat(Power.twoSided(0.1).detectable(0.8)).isCloseTo(1.6448536 + 0.8416212, within(1e-6));
        assertThat(Power.twoSided(0.1).of(0)).isCloseTo(0.05, within(1e-12));
        assertThat(Power.twoSided(0.1).withDegreesOfFreedom(1e6).detectable(0.8))
                .isCloseTo(1.6448536 + 0.8416212, within(1e-4));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Power.twoSided(1)).hasMessageContaining("alpha is 1.0");
        assertThatThrownBy(() -> Power.twoSided(0.1).withDegreesOfFreedom(0))
                .hasMessageContaining("degrees of freedom is 0.0");
        assertThatThrownBy(() -> Power.twoSided(0.1).of(Double.NaN)).hasMessageContaining("shift is NaN");
        assertThatThrownBy(() -> Power.twoSided(0.1).detectable(0.01)).hasMessageContaining("power is 0.01");
    }
}
