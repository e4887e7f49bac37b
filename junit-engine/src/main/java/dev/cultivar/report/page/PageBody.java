package dev.cultivar.report.page;

import dev.cultivar.api.Verdict;
import dev.cultivar.report.figure.BaselineFigures;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.Caveats;
import dev.cultivar.report.words.LookWords;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.allowed.AllowedWords;
import dev.cultivar.report.words.decision.AgainWords;
import dev.cultivar.report.words.record.CommitText;
import dev.cultivar.report.words.record.MethodsWords;
import dev.cultivar.report.words.record.RunWords;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of the page: verdicts, what to know, figures, outcomes, cells, and how to repeat the run. */
final class PageBody {

    private static final List<List<String>> SECTIONS = List.of(
            List.of("verdicts", "Verdicts"),
            List.of("baseline", "Against the baseline"),
            List.of("caveats", "Before you act"),
            List.of("figures", "Figures"),
            List.of("outcomes", "Outcomes and cost"),
            List.of("cells", "Cells and answers"),
            List.of("allowed", AllowedWords.NAME),
            List.of("run", "The run"));

    private final ResultsFile results;
    private final List<SuiteFigures> figures;
    private final PageLinks links;
    private final Html html = new Html();

    PageBody(ResultsFile results, List<SuiteFigures> figures) {
        this.results = results;
        this.figures = figures;
        links = new PageLinks(results.gates());
    }

    String title() {
        return "Cultivar: " + headline();
    }

    Html html() {
        header();
        html.open("main", "id", "main");
        section("verdicts");
        html.markup(new PageVerdicts(results, links).html()).close("section");
        section("baseline");
        PageBaseline.write(
                html,
                results.baselines(),
                figures.stream()
                        .flatMap(of -> of.groups().stream())
                        .filter(group -> group.statistic().equals(BaselineFigures.GROUP))
                        .flatMap(group -> group.figures().stream())
                        .toList(),
                results.run().complete());
        html.close("section");
        section("caveats");
        caveats();
        html.close("section");
        section("figures");
        // Only figures of the data itself are printed on paper; the rest is on the screen.
        PageFigures.write(
                html, figures, results.results(), group -> !group.tables().isEmpty());
        html.open("div", "class", "screen");
        PageTables.kinds(html, results.kinds());
        PageTables.prompts(html, results.cells());
        html.close("div").close("section");
        section("outcomes");
        PageTables.outcomes(html, results.cells());
        results.run().suites().forEach(suite -> {
            PageTables.tokens(html, suite.spent());
            PageTables.cost(html, suite.account());
        });
        html.close("section");
        section("cells");
        cells();
        html.close("section");
        section("allowed");
        PageAllowed.write(html, results);
        html.close("section");
        section("run");
        results.run().suites().forEach(this::suite);
        html.close("section").close("main");
        html.open("footer").element("p", "Cultivar " + results.run().cultivar() + ". To be cited:");
        PageTables.sources(
                html,
                results.run().suites().stream()
                        .flatMap(suite -> suite.sources().stream())
                        .distinct()
                        .toList());
        html.element("p", "All figures, tables, settings and answers are in report.html.", "class", "on-paper")
                .close("footer");
        return html;
    }

    private void section(String id) {
        String name = SECTIONS.stream()
                .filter(section -> section.get(0).equals(id))
                .findFirst()
                .orElseThrow()
                .get(1);
        html.line().open("section", "id", id, "aria-labelledby", id + "-name").element("h2", name, "id", id + "-name");
    }

    private long count(Verdict verdict) {
        return GateRow.count(results.gates(), verdict);
    }

    private String headline() {
        int gates = results.gates().size();
        long failed = count(Verdict.FAIL);
        long open = count(Verdict.INCONCLUSIVE);
        int checks = results.failedChecks().size();
        long unmeasured = GateRow.unmeasured(results.gates());
        long unscored = results.unscoredBesideGates();
        String also = (checks == 0 ? "" : "; " + Plural.of(checks, "check") + " failed")
                + (unscored == 0 ? "" : "; " + Plural.of(unscored, "cell") + " without any score");
        if (gates == 0) {
            return (results.run().suites().stream().anyMatch(SuiteInfo::interrupted)
                            ? "the run did not finish, so no gate was decided"
                            : "no gate was decided")
                    + also;
        }
        if (failed + unmeasured + open == 0) {
            return allPass(gates) + also;
        }
        List<String> missed = new ArrayList<>();
        missed(missed, failed, "failed");
        missed(missed, unmeasured, "not measured (" + MissedGates.why(results.gates()) + ")");
        missed(missed, open, "inconclusive");
        return String.join(", ", missed) + also;
    }

    private String allPass(int gates) {
        long uncompared = GateRow.uncompared(results.gates());
        if (uncompared == 0) {
            return gates == 1 ? "the gate passes" : (gates == 2 ? "both" : "all " + gates) + " gates pass";
        }
        return uncompared == gates
                ? "no gate had anything to be compared with"
                : gates - uncompared + " of " + gates + (gates - uncompared == 1 ? " gates passes, " : " gates pass, ")
                        + uncompared + " had nothing to be compared with";
    }

    /** Only the first part gives the total. */
    private void missed(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count
                    + (parts.isEmpty() ? " of " + Plural.of(results.gates().size(), "gate") : "") + " " + what);
        }
    }

    private String mood() {
        long unmeasured = GateRow.unmeasured(results.gates());
        if (count(Verdict.FAIL) > 0 || !results.failedChecks().isEmpty() || results.unscoredBesideGates() > 0) {
            return "fail";
        }
        return unmeasured == 0
                        && count(Verdict.INCONCLUSIVE) == 0
                        && count(Verdict.PASS) > 0
                        && GateRow.anyHolds(results.gates())
                ? "pass"
                : "inconclusive";
    }

    private void header() {
        html.element("a", "Skip to the verdicts", "class", "skip", "href", "#verdicts")
                .open("header", "class", mood())
                .element("p", "Cultivar report", "class", "kind")
                .element("h1", Names.capital(headline()));
        html.open("p", "class", "facts");
        RunInfo run = results.run();
        html.foreign(String.join(
                        ", ",
                        run.suites().stream()
                                .map(suite -> suite.suite().replaceFirst("^.*[.$](?=.)", ""))
                                .toList()))
                .text(Numbers.set(" \u00b7 " + models() + " \u00b7 "
                        + Plural.of(results.cells().size(), "cell") + " \u00b7 "
                        + unanswered(run)
                        + AccountText.answers(run.suites()) + " \u00b7 "))
                .element("time", Numbers.within(run.started()), "datetime", run.started())
                .text(run.complete() ? "" : " \u00b7 not complete")
                .close("p");
        MissedGates.unmeasured(results).forEach(line -> html.open("p", "class", "moved")
                .foreign(Numbers.within(line))
                .close("p"));
        PageBrief brief = new PageBrief(results, links, html);
        brief.write();
        html.open("nav", "aria-label", "Sections").open("ul");
        SECTIONS.forEach(section -> html.open("li")
                .element("a", section.get(1), "href", "#" + section.get(0))
                .close("li"));
        html.close("ul").close("nav");
        brief.meanings();
        html.close("header").line();
    }

    /** How many responses were planned, if not every one has an answer. */
    private String unanswered(RunInfo run) {
        long planned = results.cells().stream().mapToLong(CellRow::planned).sum();
        long answers = run.suites().stream()
                .mapToLong(suite -> suite.account().answers().total())
                .sum();
        return planned == answers ? "" : Plural.of(planned, "response") + " planned \u00b7 ";
    }

    private String models() {
        long models = results.cells().stream().map(CellRow::model).distinct().count();
        long languages =
                results.cells().stream().map(CellRow::language).distinct().count();
        return models == 0 ? "no cell was done" : Plural.of(models, "model") + ", " + Plural.of(languages, "language");
    }

    private void caveats() {
        List<String> own = Caveats.ofThisRun(results);
        if (!own.isEmpty()) {
            html.element("h3", "About this run").open("ul", "class", "own");
            own.forEach(caveat -> html.open("li").foreign(caveat).close("li"));
            html.close("ul");
        }
        html.element("h3", "About every run").open("ul");
        Caveats.always(results).forEach(caveat -> html.element("li", caveat));
        html.close("ul");
    }

    /** Filled in by the script; without it, the same cells are in results.json. */
    private void cells() {
        html.open("noscript")
                .element(
                        "p",
                        "This page's script fills in the table of cells. The same cells are in results.json; the"
                                + " answers, unless withheld, are in responses.jsonl.")
                .close("noscript")
                .open("div", "id", "cell-table")
                .close("div");
    }

    private void suite(SuiteInfo suite) {
        html.open("h3")
                .foreign(suite.suite())
                .close("h3")
                .element(
                        "p",
                        "To repeat it"
                                + AgainWords.of(suite, results.gates())
                                        .map(with -> ", " + with)
                                        .orElse("")
                                + ":");
        html.open("pre", "tabindex", "0")
                .open("code")
                .foreign(suite.rerun())
                .close("code")
                .close("pre");
        PageTables.facts(html, facts(suite));
        html.open("div", "class", "methods")
                .element("h4", "Methods, for a paper")
                .open("p")
                .foreign(Numbers.within(MethodsWords.of(suite, results)))
                .close("p")
                .close("div");
        html.open("div", "class", "screen");
        PageTables.labels(html, suite.labels());
        PageTables.settings(html, suite.settings());
        html.close("div");
    }

    private Map<String, String> facts(SuiteInfo suite) {
        RunInfo run = results.run();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Started", Numbers.within(suite.started()));
        facts.put("Finished", Numbers.within(suite.finished()));
        facts.put("Cultivar", run.cultivar());
        RunInfo.Git git = run.git();
        if (git != null) {
            facts.put("Commit", CommitText.of(git));
        }
        facts.put("Prompts", suite.prompts() + ", SHA-256 " + suite.promptHash());
        facts.put("Responses", LookWords.of(suite.looks()));
        facts.put("Answers", AccountText.answers(suite.account().answers(), Instant.parse(suite.finished())));
        suite.books()
                .forEach((language, book) -> facts.put(
                        "Prompts in " + Names.language(language),
                        "version " + book.version()
                                + (book.reviewed()
                                        ? ", signed by " + book.signed()
                                        : ", not yet approved by a native reader")));
        facts.put("Populations", suite.populationSource() + ", SHA-256 " + suite.populationHash());
        facts.put("Seed", Long.toString(suite.seed()));
        facts.put("Judge", RunWords.judge(suite));
        suite.models().forEach(model -> facts.put("Model " + model.name(), RunWords.answered(suite, model)));
        suite.account()
                .canaries()
                .forEach((model, canary) -> facts.put("Canary of " + model, AccountText.of(model, canary)));
        facts.put("Java", run.java());
        facts.put("System", run.os());
        return facts;
    }
}
