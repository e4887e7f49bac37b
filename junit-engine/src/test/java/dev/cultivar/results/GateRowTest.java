package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import org.junit.jupiter.api.Test;

class GateRowTest {

    /**
     * Quantiles of the normal distribution from a table: 1.959964 leaves 0.05 and 2.241403 leaves 0.025 on both sides, 0.841621 is passed
     * in 20 of 100 cases.
     */
    @Test
    void whatWouldDecideIsATestAtHalfTheLevelThatDecidesIn80Of100Runs() {
        double distance = 1.959964 / 2;
        GateRow row = row(-distance, 1.959964);

        double errors = (2.241403 + 0.841621) / distance;
        assertThat(row.fold()).isCloseTo(errors * errors, within(1e-4));
        // 300 responses were asked.
        assertThat(row.toDecide()).hasValue((long) Math.ceil(300 * errors * errors));
    }

    @Test
    void nobodyIsToldToAskMoreThan20TimesAsMuch() {
        assertThat(row(-0.4, 1.959964).toDecide()).isEmpty();
    }

    private static GateRow row(double estimate, double half) {
        return GateRow.of(
                "suite",
                0.95,
                Gates.result(
                        Gates.leaf(Gates.bias("US", 0), "m1", "da", "US"),
                        estimate,
                        estimate - half,
                        estimate + half,
                        0.95,
                        Verdict.INCONCLUSIVE),
                "again");
    }
}
