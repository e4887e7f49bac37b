package dev.cultivar.report.allure;

import dev.cultivar.gate.Coverage;
import dev.cultivar.gate.GateResult;
import dev.cultivar.report.words.EstimandWords;
import dev.cultivar.report.words.GateKindWords;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.ReferenceWords;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Markdown;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The description of a gate's Allure result, in Markdown: its figures, and the cells that weigh most in it. */
final class AllureGateText {

    private static final int CELLS = 8;
    private static final double SAME = 1e-9;

    private final GateResult gate;
    private final GateRow row;
    private final AllureGateFacts facts;
    private final AllureGateCells cells;
    private final StringBuilder text = new StringBuilder();

    AllureGateText(GateResult gate, GateRow row, AllureGateFacts facts, AllureGateCells cells) {
        this.gate = gate;
        this.row = row;
        this.facts = facts;
        this.cells = cells;
    }

    String markdown() {
        text.append("| figure | value |\n|---|---|\n");
        figure("verdict", row.verdict().name() + ", decided on the bounds of the interval, unrounded");
        figure("estimate", row.estimate() == null ? "none" : GateLines.shown(row.estimate(), row));
        figure("interval", interval());
        figure("threshold", GateLines.bound(row));
        figure("read against", against());
        figure("n", GateKindWords.counted(row) + topics());
        figure(
                "coverage",
                facts.planned() == 0
                        ? "nothing was planned"
                        : Decimals.score(facts.coverage()) + ", " + facts.scored() + " of " + facts.planned()
                                + " responses scored");
        weights();
        return text.append("\nAgain: ").append(Markdown.text(row.rerun())).toString();
    }

    private void figure(String name, String value) {
        text.append("| ")
                .append(name)
                .append(" | ")
                .append(Markdown.text(value))
                .append(" |\n");
    }

    private String interval() {
        String interval = GateLines.interval(row);
        if (interval.isEmpty() || row.confidence() == null) {
            return gate.gate() instanceof Coverage && row.estimate() != null ? "none, the share is exact" : "none";
        }
        return interval + " at " + String.format(Locale.ROOT, "%.2f%%", 100 * row.confidence()) + ", "
                + EstimandWords.of(row.estimand());
    }

    private String topics() {
        int topics = gate.influence().without().size();
        return topics == 0 ? "" : " on " + topics + " topics";
    }

    private String against() {
        return facts.points()
                .map(ReferenceWords::line)
                .or(() -> facts.people().map(AllureGateText::people))
                .orElseGet(() -> GateKindWords.scale(gate.gate()));
    }

    private static String people(ResultRow people) {
        String interval = StatisticsTable.interval(people.lower(), people.upper());
        return "people " + score(people.estimate()) + " " + interval + ", random 0";
    }

    private void weights() {
        if (cells.rows().isEmpty()) {
            text.append("\nIt rests on several models together, and so on no cell by itself: see statistics.csv.\n");
            return;
        }
        boolean truth = cells.rows().stream().anyMatch(cell -> cell.truth() != null);
        text.append(
                cells.byWeight()
                        ? "\n"
                                + "Cells that weigh most: without its topic the statistic would be so much lower or"
                                + " higher. All are in cells.csv.\n"
                        : "\n"
                                + "There is no statistic for a topic to weigh in; the cells that lost most responses."
                                + " All are in cells.csv.\n");
        if (cells.byWeight() && Math.abs(gate.influence().all() - gate.estimate()) > SAME) {
            text.append("\nThey weigh in the plain statistic, ")
                    .append(Decimals.score(gate.influence().all()))
                    .append("; the estimate is also corrected for the judge's errors or follows the published"
                            + " method.\n");
        }
        text.append("\n| topic | scored | answers |");
        String rule = "\n|---|---|---|";
        if (truth) {
            text.append(' ')
                    .append(Markdown.text(String.valueOf(gate.population())))
                    .append(" | gap |");
            rule += "---|---|";
        }
        text.append(" without it | adds |").append(rule).append("---|---|\n");
        cells.first(CELLS).forEach(cell -> cell(cell, truth));
    }

    private void cell(AllureGateCells.Row cell, boolean truth) {
        text.append("| ")
                .append(Markdown.text(cell.cell().topic() + " " + cell.label()))
                .append(" | ")
                .append(cell.scored())
                .append(" of ")
                .append(cell.planned())
                .append(" | ")
                .append(score(cell.polarity()));
        if (truth) {
            text.append(" | ").append(score(cell.truth())).append(" | ").append(signed(cell.gap()));
        }
        text.append(" | ")
                .append(score(cell.without()))
                .append(" | ")
                .append(signed(cell.influence()))
                .append(" |\n");
    }

    private static String score(@Nullable Double value) {
        return value == null ? "\u2013" : Decimals.score(value);
    }

    private static String signed(@Nullable Double value) {
        return value == null ? "\u2013" : (value > 0 ? "+" : "") + Decimals.score(value);
    }
}
