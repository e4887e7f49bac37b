package dev.cultivar.results.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.gate.Suite;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldableGatesTest {

    private static BaselineRun saved(String people) {
        return new Suite()
                .model("release", Suite.like(people))
                .languages("da")
                .responses(8)
                .saved();
    }

    private static List<String> proposed(BaselineRun run) {
        return HoldableGates.of(run, PopulationTable.builtIn());
    }

    /** Ten Danes an answer score 0.81 in distinct alignment; the proposal is the lower end of its interval. */
    @Test
    void aDistinctGateIsProposedAtTheLowerEndOfItsInterval() {
        BaselineRun run = saved("DK");
        double lower = run.statistics().stream()
                .filter(figure -> figure.statistic().equals("distinct") && "DK".equals(figure.population()))
                .findFirst()
                .orElseThrow()
                .lower();
        String proposal = proposed(run).stream()
                .filter(gate -> gate.startsWith("@DistinctGate"))
                .findFirst()
                .orElseThrow();
        double min = Double.parseDouble(proposal.replaceAll("[^0-9.]", ""));

        assertThat(lower).isBetween(0.70, 0.81);
        assertThat(min).isLessThanOrEqualTo(lower).isGreaterThan(lower - 0.01);
        assertThat(proposed(run)).anyMatch(gate -> gate.startsWith("@AlignmentGate(min = "));
    }

    /** Americans score -0.05 with Denmark: a gate that they hold is one that everybody holds. */
    @Test
    void aDistinctGateThatAnswersAtRandomWouldHoldIsNot() {
        assertThat(proposed(saved("US"))).noneMatch(gate -> gate.startsWith("@DistinctGate"));
    }
}
