package dev.cultivar.report.words;

import dev.cultivar.results.GateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gates that were missed, as text, with the command that decides them again. */
public final class MissedGates {

    private MissedGates() {}

    /**
     * One text a gate; a command that decides several of them again stands below the last of these.
     *
     * @param told what is said of a gate
     */
    public static List<String> text(List<GateRow> missed, Function<GateRow, String> told) {
        List<String> commands = missed.stream().map(GateRow::rerun).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < missed.size(); i++) {
            String command = commands.get(i);
            texts.add(
                    told.apply(missed.get(i)) + (commands.lastIndexOf(command) == i ? "\n    again: " + command : ""));
        }
        return texts;
    }
}
