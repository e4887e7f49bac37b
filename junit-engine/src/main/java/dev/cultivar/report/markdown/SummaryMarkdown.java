package dev.cultivar.report.markdown;

import dev.cultivar.api.Verdict;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.Caveats;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.KindTable;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.results.AgainstBaseline;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Markdown;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code summary.md}: the verdict first, for a pull request or the summary of a CI job. Text from outside reads as text. */
public final class SummaryMarkdown {

    public static final String NAME = "summary.md";

    private static final int MOST_ROWS = 200;
    private static final int MOST_FAILURES = 50;

    private final ResultsFile results;
    private final StringBuilder text = new StringBuilder();

    private SummaryMarkdown(ResultsFile results) {
        this.results = results;
    }

    /** The summary of all suites of a module; lines end in {@code \n}. */
    public static String of(ResultsFile results) {
        SummaryMarkdown summary = new SummaryMarkdown(results);
        summary.verdict();
        summary.gates();
        summary.failures();
        summary.baselines();
        summary.kinds();
        summary.caveats();
        return summary.text.toString();
    }

    private void verdict() {
        long failed = count(Verdict.FAIL);
        long inconclusive = count(Verdict.INCONCLUSIVE);
        int checks = results.failedChecks().size();
        text.append("## Cultivar: ").append(VerdictTable.verdict(results)).append("\n\n");
        text.append(results.gates().size())
                .append(" gates: ")
                .append(count(Verdict.PASS))
                .append(" pass, ")
                .append(failed)
                .append(" fail, ")
                .append(inconclusive)
                .append(" inconclusive. Failed checks: ")
                .append(checks)
                .append(". Cells: ")
                .append(results.cells().size())
                .append(", without any score: ")
                .append(results.unscored())
                .append(", responses scored: ")
                .append(results.cells().stream().mapToLong(CellRow::n).sum())
                .append(" of ")
                .append(results.cells().stream().mapToLong(CellRow::planned).sum())
                .append(". ")
                .append(AccountText.answers(results.run().suites()))
                .append(".\n");
    }

    private boolean several() {
        return results.run().suites().size() > 1;
    }

    private long count(Verdict verdict) {
        return GateRow.count(results.gates(), verdict);
    }

    private void gates() {
        if (results.gates().isEmpty()) {
            return;
        }
        text.append(several() ? "\n| suite " : "\n")
                .append("| gate | model | language | population | estimate [lower, upper] | threshold | verdict |\n");
        text.append(several() ? "|---" : "").append("|---|---|---|---|---|---|---|\n");
        redFirst().limit(MOST_ROWS).forEach(this::row);
        more(results.gates().size(), MOST_ROWS, "gates");
    }

    private void row(GateRow gate) {
        String model = gate.model() == null ? gate.family() : gate.model();
        if (several()) {
            text.append("| ").append(cell(gate.suite())).append(' ');
        }
        for (String cell : List.of(
                cell(gate.gate()),
                cell(model),
                cell(gate.language()),
                cell(gate.population()),
                GateLines.estimate(gate),
                GateLines.bound(gate),
                gate.verdict() == Verdict.PASS ? "PASS" : "**" + gate.verdict() + "**")) {
            text.append("| ").append(cell).append(' ');
        }
        text.append("|\n");
    }

    private void failures() {
        List<GateRow> red =
                redFirst().filter(gate -> gate.verdict() != Verdict.PASS).toList();
        if (!red.isEmpty()) {
            text.append("\n### What did not hold\n");
            red.stream().limit(MOST_FAILURES).forEach(gate -> text.append("\n- ")
                    .append(several() ? text(gate.suite()) + ": " : "")
                    .append(text(PlainText.line(GateSentences.of(gate), 600)))
                    .append("\n\n  Again:\n\n")
                    .append("      ") // an indented block inside the item: no character can end it
                    .append(PlainText.line(gate.rerun()))
                    .append('\n'));
            more(red.size(), MOST_FAILURES, "gates");
        }
        if (!results.failedChecks().isEmpty()) {
            text.append("\n### Failed checks\n\n");
            results.failedChecks().stream().limit(MOST_FAILURES).forEach(check -> text.append("- ")
                    .append(several() ? text(check.suite()) + ": " : "")
                    .append(text(check.topic() + ", " + check.model() + ", " + check.language()))
                    .append(": ")
                    .append(text(PlainText.line(check.message(), 300)))
                    .append('\n'));
            more(results.failedChecks().size(), MOST_FAILURES, "checks");
            results.run().suites().stream()
                    .filter(suite -> results.failedChecks().stream()
                            .anyMatch(check -> check.suite().equals(suite.suite())))
                    .forEach(suite -> text.append("\nAgain:\n\n    ")
                            .append(PlainText.line(suite.rerun()))
                            .append('\n'));
        }
    }

    private void baselines() {
        if (results.baselines().isEmpty()) {
            return;
        }
        text.append("\n### Against the baseline\n");
        for (AgainstBaseline against : results.baselines()) {
            Optional<IncomparableWords.Advice> advice = IncomparableWords.of(against);
            if (advice.isPresent()) {
                text.append("\n").append(text(advice.get().line())).append('\n');
                continue;
            }
            text.append("\n")
                    .append(text(against.suite() + " against " + against.baseline() + ":"))
                    .append("\n\n");
            Optional.ofNullable(against.runs()).ifPresent(runs -> ComparisonWords.of(runs)
                    .forEach(what -> text.append("- ").append(text(what)).append('\n')));
            text.append("\n"
                            + "| model | language | statistic | with | then | now | change | interval | margin |"
                            + " verdict |\n")
                    .append("|---|---|---|---|--:|--:|--:|---|--:|---|\n");
            against.changes().stream().limit(MOST_ROWS).forEach(this::change);
            more(against.changes().size(), MOST_ROWS, "changes");
            against.categories().stream()
                    .filter(AgainstBaseline.Category::certain)
                    .forEach(category -> text.append("\n- ")
                            .append(text(category.model() + " in " + category.language() + ": "
                                    + PlainText.line(category.category(), 60) + " certainly moved over "
                                    + category.topics() + " topics, " + Decimals.score(category.before()) + " then, "
                                    + Decimals.score(category.now()) + " now"))
                            .append('\n'));
            List<AgainstBaseline.Drift> certain = against.drifts().stream()
                    .filter(AgainstBaseline.Drift::certain)
                    .toList();
            text.append(certain.isEmpty() ? "\nNo topic certainly drifted.\n" : "\nTopics that certainly drifted:\n\n");
            certain.stream().limit(MOST_FAILURES).forEach(drift -> text.append("- ")
                    .append(text(drift.model() + " in " + drift.language() + ", " + drift.topic() + " "
                            + PlainText.line(drift.label(), 60) + ": " + Decimals.score(drift.before()) + " then, "
                            + Decimals.score(drift.now()) + " now, " + ComparisonWords.whereTo(drift)))
                    .append('\n'));
            more(certain.size(), MOST_FAILURES, "topics");
        }
    }

    private void kinds() {
        if (results.kinds().isEmpty()) {
            return;
        }
        text.append("\n### ").append(KindTable.CAPTION).append("\n\n");
        line(KindTable.HEADS);
        for (int column = 0; column < KindTable.HEADS.size(); column++) {
            text.append(column < KindTable.WORDS ? "|---" : "|--:");
        }
        text.append("|\n");
        results.kinds().stream().limit(MOST_ROWS).forEach(row -> line(KindTable.cells(row)));
        more(results.kinds().size(), MOST_ROWS, "rows");
    }

    private void line(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            text.append("| ")
                    .append(column < KindTable.WORDS ? cell(cell) : cell)
                    .append(' ');
        }
        text.append("|\n");
    }

    private void change(AgainstBaseline.Change change) {
        for (String cell : List.of(
                text(change.model()),
                text(change.language()),
                text(change.statistic()),
                text(change.population()),
                Numbers.score(change.before()),
                Numbers.score(change.now()),
                Numbers.score(change.difference()),
                StatisticsTable.interval(change.lower(), change.upper()),
                change.margin() == null ? "" : Decimals.threshold(change.margin()),
                change.verdict().name().replace('_', ' '))) {
            text.append("| ").append(cell).append(' ');
        }
        text.append("|\n");
    }

    private void caveats() {
        text.append("\n### Before you act on it\n\n");
        Stream.concat(Caveats.ofThisRun(results).stream(), Caveats.always().stream())
                .forEach(caveat -> text.append("- ").append(text(caveat)).append('\n'));
    }

    private void more(int all, int most, String what) {
        if (all > most) {
            text.append("\nAnd ")
                    .append(all - most)
                    .append(" more ")
                    .append(what)
                    .append(" in results.json.\n");
        }
    }

    private Stream<GateRow> redFirst() {
        return GateRow.redFirst(results.gates());
    }

    /** Escaped; behind an at sign stands what keeps it from calling somebody, for GitHub looks for names in what is rendered. */
    private static String text(String foreign) {
        return Markdown.text(foreign).replace("@", "@&#8203;");
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : text(value);
    }
}
