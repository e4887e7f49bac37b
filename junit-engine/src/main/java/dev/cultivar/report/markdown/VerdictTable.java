package dev.cultivar.report.markdown;

import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gates of a results file as rows of text, failed ones first. The text is plain; the caller must escape it. */
public final class VerdictTable {

    /** Names of the columns. */
    public static final List<String> HEADS = List.of(
            "Verdict",
            "Suite",
            "Gate",
            "Model",
            "Language",
            "Population",
            "Score [interval]",
            "Threshold",
            "n",
            "Message");

    private VerdictTable() {}

    /** One row for each gate, as many cells as there are {@link #HEADS}. */
    public static List<List<String>> rows(ResultsFile results) {
        return GateRow.redFirst(results.gates()).map(VerdictTable::row).toList();
    }

    /** The failed assertions of probe methods, one line each. */
    public static List<String> failedChecks(ResultsFile results) {
        return results.failedChecks().stream()
                .map(check -> PlainText.line(
                        check.suite() + ", " + check.topic() + ", " + check.model() + " in "
                                + Names.language(check.language()) + ": " + check.message(),
                        400))
                .toList();
    }

    private static List<String> row(GateRow gate) {
        return Stream.of(
                        GateLines.verdict(gate),
                        gate.suite(),
                        gate.declared().noun(),
                        gate.model() == null ? gate.family() : gate.model(),
                        Names.language(gate.language()),
                        Names.population(gate.population()),
                        GateLines.estimate(gate),
                        GateLines.bound(gate),
                        Long.toString(gate.n()),
                        GateSentences.of(gate))
                .map(VerdictTable::text)
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : PlainText.line(value, 600);
    }
}
