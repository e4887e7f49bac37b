package dev.cultivar.maven.run;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.GateRow;
import dev.cultivar.text.Plural;
import java.util.List;

/** What a green build may say of its gates: how many hold, and how many are open and were let through. */
public final class HeldGates {

    private HeldGates() {}

    public static String of(List<GateRow> gates) {
        long held =
                gates.stream().filter(gate -> gate.verdict() == Verdict.PASS).count();
        if (held == gates.size()) {
            return Plural.of(held, "gate holds", "gates hold");
        }
        return held + " of " + Plural.of(gates.size(), "gate")
                + (held == 1 ? " holds, " : " hold, ") + (gates.size() - held)
                + " inconclusive and let through by cultivar.inconclusive=pass";
    }
}
