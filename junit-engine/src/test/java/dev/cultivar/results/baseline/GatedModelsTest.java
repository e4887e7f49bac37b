package dev.cultivar.results.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class GatedModelsTest {

    private static final String FILE = "baselines/v1.json";

    private static Gate bias(String file, String baselineModel) {
        return new Regression(
                file, RegressionGate.Statistic.BIAS, 0.1, "US", "local", baselineModel, true, null, Scope.ALL);
    }

    private static Gate alarm(String baselineModel) {
        return new Drift(FILE, baselineModel, true, Scope.ALL);
    }

    private static SortedMap<String, String> of(Gate... gates) {
        List<GateLeaf> leaves = Arrays.stream(gates)
                .map(gate -> Gates.leaf(gate, "candidate", "da", "US"))
                .toList();
        return GatedModels.of(leaves, FILE::equals);
    }

    @Test
    void aModelIsComparedWithTheOneThatItsGateNamesInThatFile() {
        assertThat(of(bias(FILE, "release"))).containsOnly(Map.entry("candidate", "release"));
        assertThat(of(alarm("release"))).containsOnly(Map.entry("candidate", "release"));
        assertThat(of(bias("baselines/other.json", "release"))).isEmpty();
    }

    @Test
    void aGateThatNamesNoneComparesWithTheSameName() {
        assertThat(of(bias(FILE, ""))).containsOnly(Map.entry("candidate", "candidate"));
    }

    @Test
    void ofSeveralNamesTheFirstRegressionGateDecidesEvenBehindAnAlarm() {
        assertThat(of(alarm("older"), bias(FILE, "release"), bias(FILE, "another")))
                .containsOnly(Map.entry("candidate", "release"));
    }
}
