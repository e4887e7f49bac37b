package dev.cultivar.report.words;

import dev.cultivar.results.GateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gates that were missed, as text, with the command that decides them again. */
public final class MissedGates {

    private MissedGates() {}

    /**
     * One text a gate; gates in a row that one command decides again have it below the last.
     *
     * @param told what is said of a gate
     */
    public static List<String> text(List<GateRow> missed, Function<GateRow, String> told) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < missed.size(); i++) {
            GateRow gate = missed.get(i);
            boolean last = i + 1 == missed.size() || !missed.get(i + 1).rerun().equals(gate.rerun());
            texts.add(told.apply(gate) + (last ? "\n    again: " + gate.rerun() : ""));
        }
        return texts;
    }
}
