package dev.cultivar.maven.run;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.GateRow;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a green build may say about its gates: how many passed, how many were open and let through, and how many had nothing to compare
 * with.
 */
public final class HeldGates {

    private HeldGates() {}

    public static String of(List<GateRow> gates) {
        long uncompared = GateRow.uncompared(gates);
        long held = GateRow.count(gates, Verdict.PASS);
        if (held == gates.size()) {
            return Plural.of(held, "gate passes", "gates pass");
        }
        long open = gates.size() - held - uncompared;
        return Stream.of(
                        held == 0
                                ? "no gate was decided"
                                : held + " of " + Plural.of(gates.size(), "gate") + (held == 1 ? " passes" : " pass"),
                        open == 0 ? "" : open + " inconclusive and let through by cultivar.inconclusive=pass",
                        uncompared == 0 ? "" : uncompared + " had nothing to be compared with")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
