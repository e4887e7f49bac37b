package dev.cultivar.results.decision;

import dev.cultivar.gate.Gate;
import dev.cultivar.results.GateRow;
import java.util.List;

/**
 * What the gates of one column have in common, whatever their language and threshold.
 *
 * @param kind kind of gate
 * @param metric the gate's metric, or empty
 * @param aim whom it is about, as the suite declares it; or empty
 * @param baseline file that it compares with, or empty
 */
record Measure(String kind, String metric, String aim, String baseline) {

    static Measure of(GateRow row) {
        Gate gate = row.declared();
        return new Measure(
                gate.key(),
                gate.metric().orElse(""),
                gate.aim(),
                gate.baseline().orElse(""));
    }

    /** The gates among these that have this measure. */
    List<GateRow> among(List<GateRow> gates) {
        return gates.stream().filter(gate -> of(gate).equals(this)).toList();
    }
}
