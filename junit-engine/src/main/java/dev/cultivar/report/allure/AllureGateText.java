package dev.cultivar.report.allure;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Coverage;
import dev.cultivar.gate.GateResult;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.words.EstimandWords;
import dev.cultivar.report.words.GateKindWords;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.ReferenceWords;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The description of a gate's Allure result, in HTML: its sentence and numbers. If the gate does not hold, also its interval as a figure
 * and the weightiest topics. Allure stores a description twice, so those of gates that hold are short.
 */
final class AllureGateText {

    private static final int CELLS = 5;
    private static final double SAME = 1e-9;

    private final GateResult gate;
    private final GateRow row;
    private final AllureGateFacts facts;
    private final AllureGateCells cells;
    private final Html html = new Html();

    AllureGateText(GateResult gate, GateRow row, AllureGateFacts facts, AllureGateCells cells) {
        this.gate = gate;
        this.row = row;
        this.facts = facts;
        this.cells = cells;
    }

    /**
     * @param warnings what to know about prompts and judge
     */
    String html(Optional<Figure> figure, List<String> warnings) {
        html.open("p").element("strong", Numbers.within(GateSentences.of(row))).close("p");
        if (row.verdict() != Verdict.PASS) {
            figure.ifPresent(drawn -> html.open("p").markup(drawn.fluid()).close("p"));
        }
        html.open("table", "cellpadding", "4");
        figure(
                "verdict",
                row.uncompared()
                        ? GateLines.verdict(row) + ", which passes, because no baseline is required"
                        : row.wentUnmeasured()
                                ? GateLines.verdict(row) + ", which fails"
                                : row.verdict().name()
                                        + (row.lower() == null
                                                ? ", decided on the exact figure"
                                                : ", decided on the bounds of the interval, unrounded"));
        figure("score", row.estimate() == null ? "none" : GateLines.shown(row.estimate(), row));
        figure("interval", interval());
        figure("threshold", GateLines.boundInPrint(row));
        figure("read against", against());
        figure("n", GateKindWords.counted(row) + topics());
        figure(
                "coverage",
                facts.planned() == 0
                        ? "nothing was planned"
                        : Decimals.score(facts.coverage()) + ", " + facts.scored() + " of " + facts.planned()
                                + " responses scored");
        html.close("table");
        if (row.verdict() != Verdict.PASS) {
            weights();
        }
        warnings.forEach(warning -> html.open("p").element("strong", warning).close("p"));
        return html.toString();
    }

    private void figure(String name, String value) {
        html.open("tr").element("th", name).element("td", Numbers.set(value)).close("tr");
    }

    private String interval() {
        String interval = GateLines.interval(row);
        if (interval.isEmpty() || row.confidence() == null) {
            return gate.gate() instanceof Coverage && row.estimate() != null ? "none, the share is exact" : "none";
        }
        return interval + " at " + Digits.percent(row.confidence()) + ", " + EstimandWords.of(row.estimand());
    }

    private String topics() {
        int topics = gate.influence().without().size();
        return topics == 0 ? "" : " on " + Plural.of(topics, "topic");
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
            html.element("p", "It rests on several models together, so no single cell decides it: see statistics.csv.");
            return;
        }
        boolean truth = cells.rows().stream().anyMatch(cell -> cell.truth() != null);
        html.element(
                "p",
                cells.byWeight()
                        ? "The topics that weigh most, and what the statistic would be without each. The attached table"
                                + " has all of them, the attached text has answers on the first."
                        : "No topic can be weighed here, so these are the topics that lost most responses. The attached"
                                + " table has all of them, the attached text has answers on the first.");
        if (cells.byWeight() && Math.abs(gate.influence().all() - gate.estimate()) > SAME) {
            html.element(
                    "p",
                    "Their weights are those in the plain statistic, "
                            + Decimals.score(gate.influence().all())
                            + "; the score is also corrected for the judge's errors, or follows the published"
                            + " method.");
        }
        html.open("table", "cellpadding", "4")
                .open("tr")
                .element("th", "topic")
                .element("th", "scored")
                .element("th", "answers");
        if (truth) {
            html.element("th", Names.population(gate.population())).element("th", "gap");
        }
        html.element("th", "without it").element("th", "adds").close("tr");
        cells.first(CELLS).forEach(cell -> cell(cell, truth));
        html.close("table");
    }

    private void cell(AllureGateCells.Row cell, boolean truth) {
        html.open("tr")
                .element("td", cell.cell().topic() + " " + cell.label())
                .element("td", cell.scored() + " of " + cell.planned())
                .element("td", score(cell.polarity()));
        if (truth) {
            html.element("td", score(cell.truth())).element("td", signed(cell.gap()));
        }
        html.element("td", score(cell.without()))
                .element("td", signed(cell.influence()))
                .close("tr");
    }

    private static String score(@Nullable Double value) {
        return Numbers.set(Numbers.score(value));
    }

    private static String signed(@Nullable Double value) {
        return value == null ? "\u2013" : (value > 0 ? "+" : "") + score(value);
    }
}
