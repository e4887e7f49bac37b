package dev.cultivar.report.console;

import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.CommitText;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.KindTable;
import dev.cultivar.report.words.LookWords;
import dev.cultivar.report.words.StatementWords;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.report.words.allowed.AllowedWords;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.UnreviewedPrompts;
import dev.cultivar.results.decision.ModelDecision;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The console's text: what was run with which settings, the table, the gates, and how to read them. ASCII where names are. */
public final class ConsoleReport {

    private static final String EPILOGUE = """
        A score tells how a model's answers to these prompts line up with a survey of people. It does not tell
        which values are right, nor what the model would do elsewhere. Intervals cover the draw of topics and
        responses; they do not cover the choice of wordings, of the judge, or of the survey. Before you act on a
        score, compare it with what ten people an answer would score: of the population itself (Own), of the
        reference country, of the other countries in the mean (World) and of the nearest of them. Look at what
        was not scored, and read some of the answers in %s. Running again with other seeds until a
        gate turns green proves nothing.
        """;

    private ConsoleReport() {}

    public static String of(ResultsFile results) {
        StringBuilder text = new StringBuilder("\n");
        // First, for who reads no further; the verdicts of the gates come last, where a log ends.
        ModelDecision.of(results).forEach(model -> text.append(PlainText.line(DecisionWords.of(model), 400))
                .append('\n'));
        text.append('\n');
        RunInfo run = results.run();
        text.append("# Cultivar ").append(PlainText.line(run.cultivar())).append('\n');
        text.append("# ")
                .append(PlainText.line("Java " + run.java() + "; " + run.os()))
                .append('\n');
        RunInfo.Git git = run.git();
        if (git != null) {
            text.append("# Git ").append(PlainText.line(CommitText.of(git))).append('\n');
        }
        for (SuiteInfo suite : run.suites()) {
            append(text, results, suite);
        }
        text.append(AllowedWords.NAME).append(":\n");
        AllowedWords.of(results)
                .forEach(line ->
                        text.append("  ").append(PlainText.line(line, 900)).append('\n'));
        text.append('\n');
        text.append(EPILOGUE.formatted(
                run.suites().stream().anyMatch(ShownAnswers::withheld) ? "the store" : "responses.jsonl"));
        text.append(AccountText.answers(run.suites())).append(".\n");
        // Last, where a reader of a long log looks first.
        SortedSet<String> languages = new TreeSet<>();
        run.suites().forEach(suite -> languages.addAll(UnreviewedPrompts.languages(suite)));
        String unreviewed = Warnings.unreviewed(languages);
        return text.append(unreviewed.isEmpty() ? "" : unreviewed + "\n").toString();
    }

    private static void append(StringBuilder text, ResultsFile results, SuiteInfo suite) {
        header(text, suite);
        text.append('\n').append(attrition(suite, results.cells()));
        text.append('\n')
                .append(new StatisticsTable(
                                of(results.results(), row -> row.suite().equals(suite.suite())))
                        .text());
        String kinds = KindTable.text(of(results.kinds(), row -> row.suite().equals(suite.suite())));
        text.append(kinds.isEmpty() ? "" : "\n" + kinds);
        text.append('\n')
                .append(GateLines.of(
                        of(results.gates(), row -> row.suite().equals(suite.suite())),
                        of(results.failedChecks(), row -> row.suite().equals(suite.suite())),
                        suite.complete()))
                .append('\n');
    }

    private static void header(StringBuilder text, SuiteInfo suite) {
        text.append("#\n# Suite ").append(PlainText.line(suite.suite())).append('\n');
        TextTable settings = new TextTable().words("Setting").words("Value").words("Origin");
        suite.settings()
                .forEach((key, setting) ->
                        settings.row(key, PlainText.line(value(setting.value()), 160), setting.origin()));
        text.append(settings.text("#   "));
        line(text, "Prompts " + suite.prompts() + " for each model, SHA-256 " + start(suite.promptHash()));
        line(text, "Responses " + LookWords.of(suite.looks()));
        line(text, "Populations " + suite.populationSource() + ", SHA-256 " + start(suite.populationHash()));
        suite.backends().forEach((model, names) -> line(text, "Backend of " + model + ": " + String.join(", ", names)));
        suite.spent()
                .forEach((model, usage) ->
                        line(text, "Tokens of " + model + ": " + usage.input() + " in, " + usage.output() + " out"));
        suite.account().models().forEach((model, account) -> line(text, AccountText.of(model, account)));
        AccountText.total(suite.account()).ifPresent(total -> line(text, total));
        Warnings.withoutTruth(suite.withoutTruth()).forEach(warning -> line(text, warning));
        Warnings.judge(suite.judge()).forEach(warning -> line(text, warning));
        Warnings.labels(suite).forEach(warning -> line(text, warning));
        line(text, "Started " + suite.started() + ", took " + seconds(suite) + " s");
        if (suite.interrupted()) {
            line(
                    text,
                    "INTERRUPTED: only the cells and looks that were done are here, and no gate was decided; "
                            + (inMemory(suite)
                                    ? "nothing is kept, as the store is memory"
                                    : "run again to go on, what is answered is kept"));
        } else if (!suite.complete()) {
            line(
                    text,
                    "NOT COMPLETE: only some of the suite's cells were asked, so its statistics are not the suite's");
        }
    }

    private static boolean inMemory(SuiteInfo suite) {
        SettingInfo store = suite.settings().get("store");
        return store != null && store.value().equals("memory");
    }

    /** How many responses of each model and language ended how, and what the scored ones hold: different ones of ten, and others. */
    private static String attrition(SuiteInfo suite, List<CellRow> all) {
        List<CellRow> cells = of(all, cell -> cell.suite().equals(suite.suite()));
        SortedSet<String> outcomes = new TreeSet<>();
        cells.forEach(cell -> outcomes.addAll(cell.outcomes().keySet()));
        outcomes.remove("SCORED");
        TextTable table = new TextTable()
                .words("(model)")
                .words("(language)")
                .numbers("Planned")
                .numbers("SCORED");
        outcomes.forEach(table::numbers);
        table.numbers("Different").numbers("Questions").numbers("Off topic");
        cells.stream()
                .map(cell -> List.of(cell.model(), cell.language()))
                .distinct()
                .forEach(key -> {
                    List<CellRow> group = of(
                            cells,
                            cell -> cell.model().equals(key.get(0))
                                    && cell.language().equals(key.get(1)));
                    List<String> row = new java.util.ArrayList<>(key);
                    row.add(Integer.toString(
                            group.stream().mapToInt(CellRow::planned).sum()));
                    row.add(Integer.toString(group.stream().mapToInt(CellRow::n).sum()));
                    outcomes.forEach(outcome -> row.add(Integer.toString(group.stream()
                            .mapToInt(cell ->
                                    Objects.requireNonNullElse(cell.outcomes().get(outcome), 0))
                            .sum())));
                    StatementCounts statements =
                            group.stream().map(CellRow::statements).reduce(StatementCounts.NONE, StatementCounts::plus);
                    row.add(StatementWords.different(statements));
                    row.add(Integer.toString(statements.questions()));
                    row.add(Integer.toString(statements.offTopic()));
                    table.row(row.toArray(String[]::new));
                });
        return table.isEmpty() ? "No cell was asked.\n" : table.text("");
    }

    private static String value(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static void line(StringBuilder text, String line) {
        text.append("# ").append(PlainText.line(line, 400)).append('\n');
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private static String seconds(SuiteInfo suite) {
        Duration took = Duration.between(Instant.parse(suite.started()), Instant.parse(suite.finished()));
        return java.math.BigDecimal.valueOf(took.toMillis(), 3)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static <T> List<T> of(List<T> all, java.util.function.Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
