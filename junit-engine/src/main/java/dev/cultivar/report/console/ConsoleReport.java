package dev.cultivar.report.console;

import dev.cultivar.api.Verdict;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.Caveats;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.KindTable;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.report.words.allowed.AllowedWords;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.report.words.record.CommitText;
import dev.cultivar.report.words.verdict.RunVerdict;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.UnreviewedPrompts;
import dev.cultivar.results.decision.ModelDecision;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The console's text: what was run with which settings, the scores, the gates, and how to read them. ASCII if names are. It is brief
 * unless everything is asked for: long tables are folded, and what a failing leaf already says is not repeated.
 */
public final class ConsoleReport {

    /** Maximum number of rows of a table that is not folded. */
    private static final int SHORT = 24;

    private static final int FEW_KINDS = 12;

    /** Width of lines of prose, in characters. */
    private static final int WIDTH = 104;

    private final ResultsFile results;
    private final boolean all;
    private final StringBuilder text = new StringBuilder("\n");

    private ConsoleReport(ResultsFile results, boolean all) {
        this.results = results;
        this.all = all;
    }

    /**
     * @param all whether to show everything, with nothing folded
     */
    public static String of(ResultsFile results, boolean all) {
        return new ConsoleReport(results, all).text();
    }

    /** The verdicts, and nothing else. */
    public static String verdicts(ResultsFile results) {
        ConsoleReport report = new ConsoleReport(results, true);
        report.text.setLength(0);
        report.decisions();
        results.run().suites().forEach(suite -> report.text
                .append("Suite ")
                .append(PlainText.line(suite.suite()))
                .append('\n')
                .append(GateLines.of(
                        suite,
                        of(results.gates(), row -> row.suite().equals(suite.suite())),
                        of(results.failedChecks(), row -> row.suite().equals(suite.suite())))));
        return report.text.toString();
    }

    private void decisions() {
        MissedGates.unmeasured(results).forEach(line -> text.append(line).append('\n'));
        ModelDecision.of(results).forEach(model -> text.append(PlainText.line(DecisionWords.of(model), 400))
                .append('\n'));
    }

    private String text() {
        RunInfo run = results.run();
        text.append("# Cultivar ").append(PlainText.line(run.cultivar())).append('\n');
        text.append("# ")
                .append(PlainText.line("Java " + run.java() + "; " + run.os()))
                .append('\n');
        RunInfo.Git git = run.git();
        if (git != null) {
            text.append("# Git ").append(PlainText.line(CommitText.of(git))).append('\n');
        }
        run.suites().forEach(this::measured);
        text.append(AllowedWords.NAME).append(":\n");
        AllowedWords.of(results)
                .forEach(line ->
                        text.append("  ").append(PlainText.line(line, 900)).append('\n'));
        text.append('\n');
        Caveats.always(results)
                .forEach(caveat -> text.append(caveat.replaceAll("(.{1," + WIDTH + "})(?: |$)", "$1\n")));
        text.append(AccountText.answers(run.suites())).append(".\n");
        SortedSet<String> languages = new TreeSet<>();
        run.suites().forEach(suite -> languages.addAll(UnreviewedPrompts.languages(suite)));
        String unreviewed = Warnings.unreviewed(languages);
        text.append(unreviewed.isEmpty() ? "" : unreviewed + "\n");
        AccountText.weakness(run.suites()).ifPresent(line -> text.append(line).append('\n'));
        // These come last and together, at the end of a log: the verdict, the gates, which models to release, and how
        // to decide again.
        text.append("\nCultivar: ").append(RunVerdict.of(results)).append('\n');
        run.suites().forEach(this::decided);
        decisions();
        return text.append(all ? "" : GateLines.again(results)).toString();
    }

    private void measured(SuiteInfo suite) {
        List<CellRow> cells = of(results.cells(), row -> row.suite().equals(suite.suite()));
        List<String> folded = new ArrayList<>();
        ConsoleHead head = new ConsoleHead(suite, all);
        text.append(head.text());
        if (head.folded() > 0) {
            folded.add(Plural.of(head.folded(), "setting at its default", "settings at their defaults"));
        }
        text.append('\n').append(new ConsoleSamples(cells).text(all ? Integer.MAX_VALUE : SHORT));
        statistics(of(results.results(), row -> row.suite().equals(suite.suite())), gates(suite), folded);
        kinds(suite, folded);
        long passed = GateRow.count(gates(suite), Verdict.PASS);
        if (!all && passed > 0 && gates(suite).size() > SHORT) {
            folded.add(Plural.of(passed, "gate that passes", "gates that pass"));
        }
        if (!folded.isEmpty()) {
            text.append("Not shown: ")
                    .append(String.join(", ", folded))
                    .append(". They are in results.json; -Dcultivar.print=all prints them.\n");
        }
        text.append('\n');
    }

    private void decided(SuiteInfo suite) {
        List<CheckRow> checks = of(results.failedChecks(), row -> row.suite().equals(suite.suite()));
        text.append('\n')
                .append(
                        all
                                ? GateLines.of(suite, gates(suite), checks)
                                : GateLines.brief(gates(suite), checks, suite.complete(), SHORT))
                .append('\n');
    }

    private List<GateRow> gates(SuiteInfo suite) {
        return of(results.gates(), row -> row.suite().equals(suite.suite()));
    }

    /**
     * Statistics with the people of the language and with populations that gates name. If there are many, one line for each model and
     * language, with the verdicts of its gates.
     */
    private void statistics(List<ResultRow> rows, List<GateRow> gates, List<String> folded) {
        if (all) {
            text.append('\n').append(new StatisticsTable(rows).text());
            return;
        }
        List<ResultRow> own = StatisticsTable.own(rows);
        boolean few = own.size() <= SHORT && gates.size() <= SHORT;
        List<ResultRow> shown = rows.stream()
                .filter(row -> own.contains(row) || gates.stream().anyMatch(gate -> restsOn(gate, row)))
                .toList();
        if (few) {
            text.append('\n').append(new StatisticsTable(shown).text());
        } else {
            text.append('\n').append(new ConsoleProfile(own, gates).text());
        }
        int more = few ? rows.size() - shown.size() : rows.size();
        if (more > 0) {
            folded.add(Plural.of(more, "row of statistics", "rows of statistics"));
        }
    }

    /** Whether the gate decides on the statistic in the row, for the same population. */
    private static boolean restsOn(GateRow gate, ResultRow row) {
        return gate.gate().equals(row.statistic())
                && Objects.equals(gate.metric(), row.metric())
                && Objects.equals(gate.model(), row.model())
                && Objects.equals(gate.language(), row.language())
                && Objects.equals(gate.population(), row.population());
    }

    private void kinds(SuiteInfo suite, List<String> folded) {
        var rows = of(results.kinds(), row -> row.suite().equals(suite.suite()));
        if (!all && rows.size() > FEW_KINDS) {
            folded.add(Plural.of(rows.size(), "row by kind of topic", "rows by kind of topic"));
            return;
        }
        String kinds = KindTable.text(rows);
        text.append(kinds.isEmpty() ? "" : "\n" + kinds);
    }

    private static <T> List<T> of(List<T> rows, Predicate<T> wanted) {
        return rows.stream().filter(wanted).toList();
    }
}
