package dev.cultivar.report.page;

import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Bias;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.EstimandWords;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.ReferenceWords;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateReferences;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verdicts, red ones first, each with its interval against threshold and reference points in one drawing. */
final class PageVerdicts {

    private static final String LEGEND =
            "Failed gates first, then those that were not measured. Bar: interval; dot: score; tall line: threshold. O, R, W: the scores of"
                    + " ten people per answer from the population itself (O), the reference country (R) and the other countries (W)."
                    + " Each interval allows for all gates of a suite and all looks, so it can be wider than the one under Figures.";

    static final String UNMEASURED = "\u2013 ";

    /** Id of the place that explains what an inconclusive gate means. */
    private static final String OPEN = "inconclusive";

    private static final double WIDTH = 220;
    private static final int PAD = 6;

    /** Width of the widest letter below the line. */
    private static final double LETTER = 10;

    /** Up to this many green gates are not in the way of the rest of the page. */
    private static final int MOST_PASSED = 12;

    private final ResultsFile results;
    private final PageLinks links;
    private final GateReferences references;
    private final Map<String, Double> extremes = new HashMap<>();

    PageVerdicts(ResultsFile results, PageLinks links) {
        this.results = results;
        this.links = links;
        references = new GateReferences(results.results());
    }

    String html() {
        Html html = new Html();
        if (results.gates().isEmpty() && results.failedChecks().isEmpty()) {
            return html.element(
                            "p",
                            results.run().suites().stream().anyMatch(SuiteInfo::interrupted)
                                    ? "No gate was decided: the run did not finish."
                                    : "No gate was decided: the suite has none, or only some of its cells were run.")
                    .toString();
        }
        List<GateRow> gates = GateRow.redFirst(results.gates()).toList();
        List<GateRow> passed =
                gates.stream().filter(gate -> gate.verdict() == Verdict.PASS).toList();
        boolean folded = passed.size() > MOST_PASSED && passed.size() < gates.size();
        List<GateRow> shown = folded ? gates.subList(0, gates.size() - passed.size()) : gates;
        if (GateRow.count(gates, Verdict.INCONCLUSIVE) > 0) {
            html.element("p", GateSentences.OPEN, "id", OPEN);
        }
        if (!shown.isEmpty()) {
            table(html, "Verdicts", LEGEND, shown);
        }
        if (folded) {
            html.open("details", "class", "printed")
                    .element("summary", Plural.of(passed.size(), "gate passes", "gates pass"));
            table(html, "Gates that pass", "Gates that pass, read the same way.", passed);
            html.close("details");
        }
        if (!results.failedChecks().isEmpty()) {
            checks(html);
        }
        return html.toString();
    }

    private void table(Html html, String name, String caption, List<GateRow> gates) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", name)
                .open("table", "class", "verdicts", "role", "table")
                .element("caption", caption);
        // Roles are explicit: a phone shows rows as blocks, and a browser then forgets that they are rows.
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String head : List.of("Verdict", "Gate", "Interval against threshold")) {
            html.element("th", head, "scope", "col", "role", "columnheader");
        }
        for (String head : List.of("Score", "Interval", "Threshold", "n")) {
            html.element("th", head, "scope", "col", "role", "columnheader", "class", "number");
        }
        html.close("tr").close("thead").open("tbody", "role", "rowgroup");
        gates.forEach(gate -> row(html, gate));
        html.close("tbody").close("table").close("div");
    }

    private void row(Html html, GateRow gate) {
        html.line().open("tr", "role", "row", "class", kind(gate), "id", links.id(gate));
        html.open("td", "role", "cell")
                .open("span", "class", "badge")
                .element("span", mark(gate), "aria-hidden", "true");
        String verdict = GateLines.verdict(gate).toLowerCase(Locale.ROOT);
        if (gate.verdict() == Verdict.INCONCLUSIVE) {
            html.element("a", verdict, "href", "#" + OPEN);
        } else {
            html.text(verdict);
        }
        html.close("span").close("td");
        html.open("th", "scope", "row", "role", "rowheader")
                .open("strong")
                .foreign(MeasureWords.name(gate.declared()))
                .close("strong")
                .text(" ")
                .foreign(subject(gate));
        links(html, gate);
        html.close("th").open("td", "role", "cell");
        Double score = score(gate);
        if (score != null) {
            line(html, gate);
        }
        html.close("td");
        number(html, score == null ? "\u2013" : GateLines.shown(score, gate));
        interval(html, gate);
        number(html, GateLines.bound(gate, "\u2265\u00a0", "\u2264\u00a0"));
        number(html, Long.toString(gate.n()));
        html.close("tr");
        if (gate.verdict() != Verdict.PASS || gate.uncompared()) {
            html.open("tr", "role", "row", "class", "why")
                    .open("td", "role", "cell", "colspan", "7", "class", "message")
                    .foreign(Numbers.within(GateSentences.besideFigures(gate)))
                    .close("td")
                    .close("tr");
        }
    }

    /** Links to the gate's answers, and a link to this line for use elsewhere. */
    private void links(Html html, GateRow gate) {
        String name = gate.declared().noun() + " " + subject(gate);
        html.text(" ").open("span", "class", "links");
        if (gate.model() != null) {
            html.element(
                            "a",
                            "Answers",
                            "class",
                            "answers",
                            "href",
                            PageLinks.cells(gate),
                            "aria-label",
                            "Answers behind " + name)
                    .text(" ");
        }
        html.element("a", "Link", "href", "#" + links.id(gate), "aria-label", "Link to gate " + name)
                .close("span");
    }

    /** The interval with its level, which a correction for many gates may have raised. */
    private static void interval(Html html, GateRow gate) {
        String interval = GateLines.interval(gate);
        html.open("td", "role", "cell", "class", "number").text(interval.isEmpty() ? "\u2013" : Numbers.set(interval));
        if (gate.confidence() != null && !interval.isEmpty()) {
            html.element(
                    "div",
                    Digits.percent(gate.confidence()) + ", " + EstimandWords.of(gate.estimand()),
                    "class",
                    "message");
        }
        html.close("td");
    }

    private static void number(Html html, String text) {
        html.element("td", Numbers.set(text), "role", "cell", "class", "number");
    }

    /** Also null for an unmeasured gate: the share that an endpoint's errors left is not a score of the model. */
    static @Nullable Double score(GateRow gate) {
        return gate.wentUnmeasured() ? null : gate.estimate();
    }

    /** CSS class of the element for a gate. */
    static String kind(GateRow gate) {
        if (gate.uncompared()) {
            return "uncompared";
        }
        return gate.wentUnmeasured() ? "unmeasured" : gate.verdict().name().toLowerCase(Locale.ROOT);
    }

    static String mark(GateRow gate) {
        if (gate.uncompared()) {
            return "\u25cb ";
        }
        return gate.wentUnmeasured() ? UNMEASURED : mark(gate.verdict());
    }

    static String mark(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> "\u2715 ";
            case INCONCLUSIVE -> "? ";
            case PASS -> "\u2713 ";
        };
    }

    private String subject(GateRow gate) {
        String suite = results.run().suites().size() > 1 ? gate.suite() : null;
        String people = Names.people(gate.population());
        return Stream.of(
                        suite,
                        gate.subject(),
                        "asked in " + Names.language(gate.language())
                                + (people.isEmpty() || gate.declared().isTowards() ? "" : ", compared with " + people))
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + " \u00b7 " + b)
                .orElse("");
    }

    /** Drawn by hand: a plot library would add axes and legends to one bar and five marks, hundreds of times. */
    private void line(Html html, GateRow gate) {
        ReferencePoints points = references.points(gate).orElse(null);
        double from = extreme(gate, -1);
        double to = extreme(gate, 1);
        double scale = (WIDTH - 2 * PAD) / (to - from);
        html.open("svg", "class", "strip", "viewBox", "0 0 220 26", "width", "220", "height", "26", "role", "img");
        html.element("title", says(gate, points));
        mark(html, "axis", PAD, 13, WIDTH - PAD, 13);
        if (gate.lower() != null && gate.upper() != null) {
            mark(html, "interval", x(gate.lower(), from, scale), 13, x(gate.upper(), from, scale), 13);
        }
        if (points != null) {
            letters(
                    html,
                    Stream.of(
                                    new Letter("O", points.own(), from, scale),
                                    new Letter("R", points.reference(), from, scale),
                                    new Letter("W", points.world(), from, scale))
                            .filter(letter -> Double.isFinite(letter.x()))
                            .sorted(Comparator.comparingDouble(Letter::x))
                            .toList());
        }
        mark(html, "threshold", x(gate.limit(), from, scale), 3, x(gate.limit(), from, scale), 23);
        Double score = score(gate);
        if (score != null) {
            html.open("circle", "class", "estimate", "cx", number(x(score, from, scale)), "cy", "13", "r", "4")
                    .close("circle");
        }
        html.close("svg");
    }

    /** A reference point; NaN if there is none. */
    private record Letter(String text, double x) {
        Letter(String text, @Nullable Double at, double from, double scale) {
            this(text, at == null ? Double.NaN : PageVerdicts.x(at, from, scale));
        }
    }

    /** Places each letter below its mark, or as close to it as the others allow: people often score much the same. */
    private static void letters(Html html, List<Letter> ascending) {
        double[] places = apart(ascending.stream().mapToDouble(Letter::x).toArray());
        for (int i = 0; i < places.length; i++) {
            Letter letter = ascending.get(i);
            mark(html, "limit", letter.x(), 9, letter.x(), 17);
            html.element("text", letter.text(), "x", number(places[i]), "y", "25", "text-anchor", "middle");
        }
    }

    /** The same places, moved at least a letter apart, within the drawing. */
    private static double[] apart(double[] ascending) {
        double[] places = ascending.clone();
        int last = places.length - 1;
        for (int i = 1; i <= last; i++) {
            double missing = LETTER - (places[i] - places[i - 1]);
            if (missing > 0) {
                places[i - 1] -= missing / 2;
                places[i] += missing / 2;
            }
        }
        for (int i = last; i >= 0; i--) {
            places[i] = Math.min(places[i], i == last ? WIDTH - LETTER / 2 : places[i + 1] - LETTER);
        }
        for (int i = 0; i <= last; i++) {
            places[i] = Math.max(places[i], i == 0 ? LETTER / 2 : places[i - 1] + LETTER);
        }
        return places;
    }

    private static void mark(Html html, String kind, double x1, double y1, double x2, double y2) {
        html.open("line", "class", kind, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2))
                .close("line");
    }

    private static double x(double value, double from, double scale) {
        return PAD + (value - from) * scale;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String says(GateRow gate, @Nullable ReferencePoints points) {
        return Numbers.set("score " + GateLines.estimate(gate) + ", threshold " + Decimals.threshold(gate.limit())
                + (points == null ? "" : ", " + ReferenceWords.line(points)));
    }

    /** Gates of one kind share an axis, so that their lines can be compared. */
    private double extreme(GateRow of, int side) {
        return extremes.computeIfAbsent(of.gate() + " " + side, key -> extremeOfAll(of, side));
    }

    private double extremeOfAll(GateRow of, int side) {
        return side
                * results.gates().stream()
                        .filter(gate -> gate.gate().equals(of.gate()))
                        .flatMap(gate -> Stream.concat(
                                        Stream.of(
                                                0.0,
                                                of.declared() instanceof Bias ? 0.1 : 1.0,
                                                gate.limit(),
                                                gate.estimate(),
                                                gate.lower(),
                                                gate.upper()),
                                        references.points(gate).stream()
                                                .flatMap(points ->
                                                        Stream.of(points.own(), points.reference(), points.world())))
                                .filter(Objects::nonNull))
                        .mapToDouble(value -> side * value)
                        .max()
                        .orElse(side);
    }

    private void checks(Html html) {
        html.element("h3", "Failed checks of the suite's own probes").open("ul", "class", "checks");
        for (CheckRow check : results.failedChecks()) {
            html.open("li")
                    .open("strong")
                    .foreign(check.topic() + " \u00b7 " + check.model() + " \u00b7 asked in "
                            + Names.language(check.language()))
                    .close("strong")
                    .text(" ")
                    .foreign(PlainText.line(check.message(), 400))
                    .text(" ")
                    .element(
                            "a",
                            "Answers",
                            "class",
                            "answers",
                            "href",
                            PageLinks.cell(check),
                            "aria-label",
                            "Answers behind the check of " + check.topic() + ", " + check.model() + ", asked in "
                                    + Names.language(check.language()))
                    .close("li");
        }
        html.close("ul");
    }
}
