package dev.cultivar.report.page;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.decision.DecidableDistance;
import dev.cultivar.results.decision.Decision;
import dev.cultivar.results.decision.GateMatrix;
import dev.cultivar.results.decision.ModelDecision;
import dev.cultivar.results.decision.Movement;
import dev.cultivar.text.Names;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What fits on one screen: one sentence per model, all verdicts, what moved, and what the run could detect. */
final class PageBrief {

    /** Models beyond this number are folded away. */
    private static final int MOST = 8;

    private final ResultsFile results;
    private final PageLinks links;
    private final List<ModelDecision> models;
    private final Html html;

    PageBrief(ResultsFile results, PageLinks links, Html html) {
        this.results = results;
        this.links = links;
        this.html = html;
        models = ModelDecision.of(results);
    }

    void write() {
        sentences(models.subList(0, Math.min(MOST, models.size())));
        GateMatrix matrix = GateMatrix.of(results, models);
        if (!matrix.columns().isEmpty()) {
            table(matrix, matrix.rows().subList(0, Math.min(MOST, models.size())), "Verdicts by model");
        }
        if (models.size() > MOST) {
            html.open("details", "class", "printed").element("summary", (models.size() - MOST) + " more models");
            sentences(models.subList(MOST, models.size()));
            if (!matrix.columns().isEmpty()) {
                table(matrix, matrix.rows().subList(MOST, models.size()), "Verdicts by further models");
            }
            html.close("details");
        }
        DecisionWords.moved(Movement.of(results.baselines())).ifPresent(moved -> html.open("p", "class", "moved")
                .element("strong", "Since the baseline: ")
                .foreign(moved)
                .text(". ")
                .element("a", "What moved", "href", "#baseline")
                .close("p"));
        List<DecidableDistance> distances = DecidableDistance.of(results.gates());
        DecisionWords.seen(distances).ifPresent(seen -> html.open("p", "class", "moved")
                .element("strong", "Smallest distance from a threshold that this run could show: ")
                .foreign(seen)
                .text(
                        distances.stream().allMatch(one -> one.least() == one.most())
                                ? " (in 80 of 100 runs)."
                                : " (median and range over gates; in 80 of 100 runs).")
                .close("p"));
    }

    /** Explains the terms used in the sentences above, for readers who do not know them. */
    void meanings() {
        List<String> meanings = GateMatrix.of(results, models).columns().stream()
                .map(MeasureWords::meaning)
                .distinct()
                .toList();
        if (!meanings.isEmpty()) {
            html.open("p", "class", "reading")
                    .foreign(Names.capital(String.join("; ", meanings)) + ".")
                    .close("p");
        }
    }

    private void sentences(List<ModelDecision> shown) {
        html.open("ul", "class", "models");
        for (ModelDecision model : shown) {
            html.open("li", "class", mood(model.decision()))
                    .element("span", mark(model), "class", "sign", "aria-hidden", "true")
                    .open("strong")
                    .foreign(DecisionWords.who(model))
                    .close("strong")
                    .text(": ")
                    .element("span", DecisionWords.word(model), "class", "badge")
                    .text(": ")
                    .foreign(DecisionWords.why(model))
                    .close("li");
        }
        html.close("ul");
    }

    private static String mood(Decision decision) {
        return switch (decision) {
            case HOLD_BACK -> "fail";
            case NOT_DECIDED -> "inconclusive";
            case RELEASE -> "pass";
        };
    }

    private static String mark(ModelDecision model) {
        return switch (model.decision()) {
            case HOLD_BACK -> PageVerdicts.mark(Verdict.FAIL);
            case NOT_DECIDED -> model.unmeasured() ? PageVerdicts.UNMEASURED : PageVerdicts.mark(Verdict.INCONCLUSIVE);
            case RELEASE -> PageVerdicts.mark(Verdict.PASS);
        };
    }

    private void table(GateMatrix matrix, List<GateMatrix.Row> rows, String name) {
        boolean uncompared = GateRow.uncompared(results.gates()) > 0;
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", name)
                .open("table", "class", "matrix", "role", "table")
                .open("caption")
                .foreign("\u2715 fails, \u2013 not measured" + (uncompared ? " (red)" : "")
                        + ", ? too close to call (INCONCLUSIVE), \u2713 passes"
                        + (uncompared ? ", \u25cb not compared (green: no baseline is required). " : ". ")
                        + Stream.concat(
                                        results.cells().stream().map(CellRow::language),
                                        results.gates().stream().map(gate -> String.valueOf(gate.language())))
                                .distinct()
                                .map(code -> code + " " + Names.language(code))
                                .collect(Collectors.joining(", "))
                        + ".")
                .close("caption")
                .open("thead", "role", "rowgroup")
                .open("tr", "role", "row")
                .element("th", "Model", "scope", "col", "role", "columnheader");
        matrix.columns().forEach(gate -> html.open("th", "scope", "col", "role", "columnheader")
                .foreign(name(gate))
                .close("th"));
        html.close("tr").close("thead").open("tbody", "role", "rowgroup");
        for (GateMatrix.Row row : rows) {
            html.line()
                    .open("tr", "role", "row")
                    .open("th", "scope", "row", "role", "rowheader")
                    .foreign(DecisionWords.who(row.model()))
                    .close("th");
            for (int column = 0; column < row.fields().size(); column++) {
                html.open("td", "role", "cell")
                        .open("span", "class", "of", "aria-hidden", "true")
                        .foreign(name(matrix.columns().get(column)))
                        .close("span")
                        .open("span", "class", "marks");
                row.fields().get(column).forEach(field -> field(row.model(), field));
                html.close("span").close("td");
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private static String name(Gate gate) {
        return Names.capital(MeasureWords.name(gate));
    }

    private void field(ModelDecision model, GateMatrix.Field field) {
        GateRow gate = field.worst();
        String verdict = PageVerdicts.kind(gate);
        String says = Names.language(field.language()) + ": "
                + GateLines.verdict(gate).toLowerCase(Locale.ROOT)
                + (PageVerdicts.score(gate) == null ? "" : ", " + Numbers.set(GateLines.estimate(gate))) + ", required "
                + GateLines.bound(gate, "\u2265\u00a0", "\u2264\u00a0")
                + (field.gates().size() == 1
                        ? ""
                        : "; " + Names.population(gate.population()) + ", the worst of "
                                + field.gates().size() + " populations");
        html.open("a", "class", "mark " + verdict, "href", "#" + links.id(gate), "title", says)
                .element("span", PageVerdicts.mark(gate).strip(), "aria-hidden", "true")
                .element("span", field.language(), "class", "code", "aria-hidden", "true")
                .element(
                        "span",
                        MeasureWords.name(gate.declared()) + ", " + DecisionWords.who(model) + ", " + says,
                        "class",
                        "unseen")
                .close("a")
                .text(" ");
    }
}
