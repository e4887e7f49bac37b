package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.Bias;
import dev.cultivar.gate.Consistency;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Scope;
import dev.cultivar.gate.Stability;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.report.Reports;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.baseline.BaselineFacts;
import dev.cultivar.settings.Estimand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateKindWordsTest {

    private static final List<GateLeaf> ALL = List.of(
            with("DK", Gates.alignment("local", 0.4)),
            with("local-da", Gates.alignment("local", 0.4, "pearson")),
            with("DK", Gates.distinct("local", 0.3)),
            with("US", Gates.bias("US", 0)),
            with("US", new Bias("US", 0, BiasGate.Method.OLS, Estimand.ALL_TOPICS, Scope.ALL)),
            with("US", Gates.regression("v1.json", RegressionGate.Statistic.BIAS, 0.1, true)),
            with("DK", Gates.regression("v1.json", RegressionGate.Statistic.DISTINCT, 0.1, true)),
            with("DK", Gates.regression("v1.json", RegressionGate.Statistic.ALIGNMENT, 0.1, true)),
            alone(new Consistency(0.5, Estimand.ALL_TOPICS, Scope.ALL)),
            alone(Gates.coverage(0.8)),
            alone(new Stability(0.5, Scope.ALL)),
            alone(new Drift("v1.json", "", true, Scope.ALL)),
            new GateLeaf(Gates.capability("gpt", 0), GateSubject.ofFamily("gpt", "da")));

    private static GateLeaf with(String population, Gate gate) {
        return Gates.leaf(gate, "m1", "da", population);
    }

    private static GateLeaf alone(Gate gate) {
        return new GateLeaf(gate, GateSubject.ofModel("m1", "da", null));
    }

    @Test
    void aGateThatABaselineKeepsHasTheNameThatItHasInATree() {
        SuiteReport report = new Reports().build();

        assertThat(ALL.stream().map(leaf -> leaf.gate().getClass()).distinct())
                .as("every kind")
                .hasSameSizeAs(Arrays.asList(Gate.class.getPermittedSubclasses()));
        assertThat(BaselineFacts.of(report.run(), ALL, report.environment()).gates())
                .extracting(kept -> GateKindWords.statistic(kept.gate()) + " " + kept.bound())
                .containsExactlyElementsOf(ALL.stream().map(GateLeaf::name).toList());
    }

    @Test
    void aBaselineKeepsWhoAnswered() {
        SuiteReport report = new Reports().build();

        assertThat(BaselineFacts.of(report.run(), ALL, report.environment()).backends())
                .containsExactly(Map.entry("m1", new BaselineRun.Backend("m1", List.of("m1-2026 fp_1"))));
    }

    @Test
    void aMarginThatNobodySetIsKeptAsPlannedWhateverItIs() {
        SuiteReport report = new Reports().build();
        GateLeaf leaf = with("US", Gates.regression("v1.json", RegressionGate.Statistic.BIAS, null, false));

        assertThat(BaselineFacts.of(report.run(), List.of(leaf), report.environment())
                        .gates())
                .extracting(BaselineRun.Threshold::bound)
                .containsExactly("planned");
    }
}
