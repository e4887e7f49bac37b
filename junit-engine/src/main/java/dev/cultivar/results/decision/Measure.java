package dev.cultivar.results.decision;

import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Bias;
import dev.cultivar.gate.Capability;
import dev.cultivar.gate.Distinct;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.Regression;
import dev.cultivar.results.GateRow;
import java.util.List;

/**
 * What the gates of one column have in common, whatever their language and threshold.
 *
 * @param kind kind of gate
 * @param metric the gate's metric, or empty
 * @param aim population as the suite declares it, so that {@code local} is the same for all languages; or empty
 * @param baseline file that it compares with, or empty
 */
record Measure(String kind, String metric, String aim, String baseline) {

    public static Measure of(GateRow row) {
        Gate gate = row.declared();
        return new Measure(
                gate.key(), gate.metric().orElse(""), aim(gate), gate.baseline().orElse(""));
    }

    private static String aim(Gate gate) {
        if (gate instanceof Alignment alignment) {
            return alignment.population();
        }
        if (gate instanceof Distinct distinct) {
            return distinct.population();
        }
        if (gate instanceof Bias bias) {
            return bias.reference();
        }
        if (gate instanceof Capability capability) {
            return capability.family();
        }
        return gate instanceof Regression regression
                ? regression.statistic() == RegressionGate.Statistic.BIAS
                        ? regression.reference()
                        : regression.population()
                : "";
    }

    /** The gates among these that have this measure. */
    public List<GateRow> among(List<GateRow> gates) {
        return gates.stream().filter(gate -> of(gate).equals(this)).toList();
    }
}
