package dev.cultivar.engine;

import dev.cultivar.gate.GateLeaf;
import java.util.regex.Pattern;

/** Ids of gates. A gate keeps its id when its threshold is moved, as two that differ by it alone contradict. */
final class GateIds {

    private static final Pattern BOUND = Pattern.compile(" [<>]= \\S+$");

    private GateIds() {}

    static String of(GateLeaf gate) {
        return BOUND.matcher(gate.name()).replaceFirst("");
    }
}
