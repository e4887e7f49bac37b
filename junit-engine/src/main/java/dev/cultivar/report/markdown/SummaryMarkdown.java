package dev.cultivar.report.markdown;

import static dev.cultivar.report.markdown.SummaryText.said;
import static dev.cultivar.report.markdown.SummaryText.text;

import dev.cultivar.api.Verdict;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.Caveats;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.KindTable;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.decision.AgainWords;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.report.words.record.RunWords;
import dev.cultivar.report.words.verdict.RunVerdict;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.decision.DecidableDistance;
import dev.cultivar.results.decision.DecidingCommand;
import dev.cultivar.results.decision.Decision;
import dev.cultivar.results.decision.GateMatrix;
import dev.cultivar.results.decision.ModelDecision;
import dev.cultivar.results.decision.Movement;
import dev.cultivar.results.decision.RedCells;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code summary.md}: the verdict first, for a pull request or the summary of a CI job. Outside text is escaped. */
public final class SummaryMarkdown {

    public static final String NAME = "summary.md";

    private static final int MOST_ROWS = 30;
    private static final int MOST_GATES = 48;
    private static final int MOST_TOLD = 12;
    private static final int MOST_KINDS = 24;

    /** Up to this many gates are all shown with their figures. */
    static final int FEW_GATES = 12;

    private final ResultsFile results;
    private final StringBuilder text = new StringBuilder();

    private SummaryMarkdown(ResultsFile results) {
        this.results = results;
    }

    /** The summary of all suites of a module; lines end in {@code \n}. */
    public static String of(ResultsFile results) {
        SummaryMarkdown summary = new SummaryMarkdown(results);
        summary.models();
        summary.counts();
        summary.gates();
        summary.again();
        summary.unscored();
        summary.failedChecks();
        summary.run();
        summary.text.append(BaselineMarkdown.of(results));
        summary.kinds();
        summary.caveats();
        summary.text.append(AllowedMarkdown.of(results));
        return summary.text.toString();
    }

    /** Which models to release, and why not the others; then every verdict, one row per model. */
    private void models() {
        List<ModelDecision> models = ModelDecision.of(results);
        text.append("## Cultivar: ").append(RunVerdict.of(results)).append("\n\n");
        MissedGates.unmeasured(results).forEach(line -> text.append(said(line)).append("\n\n"));
        models.stream().limit(MOST_ROWS).forEach(model -> text.append("- **")
                .append(text(DecisionWords.who(model)))
                .append(": ")
                .append(DecisionWords.word(model))
                .append("**")
                .append(": " + said(DecisionWords.why(model)))
                .append(
                        model.decision() == Decision.RELEASE
                                ? ""
                                : ". **To do:** " + said(DecisionWords.todo(model)) + ".")
                .append('\n'));
        matrix(GateMatrix.of(results, models));
        DecisionWords.moved(Movement.of(results.baselines()))
                .ifPresent(moved ->
                        text.append("Since the baseline: ").append(said(moved)).append(".\n"));
        DecisionWords.seen(DecidableDistance.of(results.gates())).ifPresent(seen -> text.append(
                        "Smallest distance from a threshold that this run could show (in 80 of 100 runs): ")
                .append(said(seen))
                .append(".\n"));
    }

    private void matrix(GateMatrix matrix) {
        if (matrix.columns().isEmpty()) {
            text.append('\n');
            return;
        }
        text.append("\n| |");
        matrix.columns()
                .forEach(gate ->
                        text.append(' ').append(text(MeasureWords.name(gate))).append(" |"));
        text.append("\n|---|").append("---|".repeat(matrix.columns().size())).append('\n');
        for (GateMatrix.Row row :
                matrix.rows().subList(0, Math.min(MOST_ROWS, matrix.rows().size()))) {
            text.append("| ").append(text(DecisionWords.who(row.model()))).append(" |");
            row.fields()
                    .forEach(fields -> text.append(' ').append(fields(fields)).append(" |"));
            text.append('\n');
        }
        more(matrix.rows().size(), MOST_ROWS, "models");
        boolean uncompared = GateRow.uncompared(results.gates()) > 0;
        text.append("\n\u2715 fails, \u2013 was not measured")
                .append(uncompared ? " (red)" : "")
                .append(", ? is too close to call, \u2713 passes")
                .append(
                        uncompared
                                ? ", \u25cb was not compared (green: there is no usable baseline, and none is required).\n"
                                : ".\n");
    }

    /** Languages by verdict, those that fail first. */
    private static String fields(List<GateMatrix.Field> fields) {
        return Stream.of(
                        languages("**\u2715 ", fields, gate -> gate.measured(Verdict.FAIL), "**"),
                        languages("**\u2013 ", fields, GateRow::wentUnmeasured, "**"),
                        languages("? ", fields, gate -> gate.measured(Verdict.INCONCLUSIVE), ""),
                        languages("\u25cb ", fields, GateRow::uncompared, ""),
                        languages("\u2713 ", fields, gate -> gate.measured(Verdict.PASS), ""))
                .filter(languages -> !languages.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String languages(String mark, List<GateMatrix.Field> fields, Predicate<GateRow> which, String end) {
        String languages = fields.stream()
                .filter(field -> which.test(field.worst()))
                .map(field -> text(Names.language(field.language())))
                .collect(Collectors.joining(", "));
        return languages.isEmpty() ? "" : mark + languages + end;
    }

    private void counts() {
        text.append('\n')
                .append(
                        results.gates().isEmpty()
                                ? "No gate was decided"
                                : Plural.of(results.gates().size(), "gate") + ": " + GateLines.counts(results.gates()))
                .append(besides(". Failed checks: ", results.failedChecks().size()))
                .append(". Cells: ")
                .append(Numbers.count(results.cells().size()))
                .append(besides(", without any score: ", results.unscored()))
                .append(", responses scored: ")
                .append(Numbers.count(
                        results.cells().stream().mapToLong(CellRow::n).sum()))
                .append(" of ")
                .append(Numbers.count(
                        results.cells().stream().mapToLong(CellRow::planned).sum()))
                .append(" planned. ")
                .append(AccountText.answers(results.run().suites()))
                .append(".\n");
    }

    private static String besides(String what, long count) {
        return count == 0 ? "" : what + count;
    }

    private boolean several() {
        return results.run().suites().size() > 1;
    }

    private long count(Verdict verdict) {
        return GateRow.count(results.gates(), verdict);
    }

    /** All measured gates if they are few, otherwise those that do not hold: the matrix has the others. */
    private void gates() {
        List<GateRow> shown = GateRow.redFirst(results.gates())
                .filter(gate -> !gate.wentUnmeasured()
                        && (gate.verdict() != Verdict.PASS || results.gates().size() <= FEW_GATES))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        List<String> levels = GateLines.levels(shown);
        boolean differ = levels.size() > 1;
        text.append(several() ? "\n| suite " : "\n")
                .append("| gate | model | language | population | score [")
                .append(levels.size() == 1 ? levels.get(0) + " interval]" : "interval]")
                .append(differ ? " | level" : "")
                .append(" | threshold | verdict |\n");
        text.append(several() ? "|---" : "").append(differ ? "|---" : "").append("|---|---|---|---|---|---|---|\n");
        shown.stream().limit(MOST_GATES).forEach(gate -> row(gate, differ));
        more(shown.size(), MOST_GATES, "gates");
        List<GateRow> red =
                shown.stream().filter(gate -> gate.verdict() != Verdict.PASS).toList();
        if (!red.isEmpty()) {
            fold("What did not pass, and where to look");
            red.stream().limit(MOST_TOLD).forEach(gate -> text.append("- ")
                    .append(several() ? text(gate.suite()) + ": " : "")
                    .append(said(PlainText.line(GateSentences.amongMany(gate), 600)))
                    .append('\n'));
            more(red.size(), MOST_TOLD, "gates");
            if (count(Verdict.INCONCLUSIVE) > 0) {
                text.append('\n').append(text(GateSentences.OPEN)).append('\n');
            }
            text.append("\n</details>\n");
        }
    }

    private void fold(String name) {
        text.append("\n<details><summary>").append(name).append("</summary>\n\n");
    }

    /** One command per suite. */
    private void again() {
        for (SuiteInfo suite : results.run().suites()) {
            DecidingCommand.of(results, suite).ifPresent(command -> text.append("\nAgain")
                    .append(AgainWords.of(suite, results.gates())
                            .map(with -> ", " + with)
                            .orElse(""))
                    .append(":\n\n    ") // an indented block, which no character can end
                    .append(PlainText.line(command))
                    .append('\n'));
        }
    }

    /**
     * @param level whether to give the level of its interval
     */
    private void row(GateRow gate, boolean level) {
        String model = gate.model() == null ? gate.family() : gate.model();
        if (several()) {
            text.append("| ").append(cell(gate.suite())).append(' ');
        }
        Stream.of(
                        Stream.of(
                                cell(gate.declared().noun()),
                                cell(model),
                                cell(Names.language(gate.language())),
                                cell(Names.population(gate.population())),
                                Numbers.set(GateLines.estimate(gate))),
                        level ? Stream.of(GateLines.level(gate).orElse("")) : Stream.<String>empty(),
                        Stream.of(
                                GateLines.boundInPrint(gate),
                                gate.verdict() == Verdict.PASS
                                        ? GateLines.verdict(gate)
                                        : "**" + gate.verdict() + "**"))
                .flatMap(cells -> cells)
                .forEach(cell -> text.append("| ").append(cell).append(' '));
        text.append("|\n");
    }

    /** Cells without a score. If gates were not measured, cells that nobody answered are left to those gates. */
    private void unscored() {
        List<RedCells> unscored = RedCells.unscoredBesideGates(results);
        if (!unscored.isEmpty()) {
            text.append("\n### Cells without a score\n\n");
            unscored.stream().limit(MOST_TOLD).forEach(cells -> line(cells, DecisionWords.unscored(cells)));
            more(unscored.size(), MOST_TOLD, "models and languages");
        }
    }

    private void line(RedCells cells, String what) {
        text.append("- ")
                .append(several() ? text(cells.suite()) + ": " : "")
                .append(text(what))
                .append('\n');
    }

    private void failedChecks() {
        if (results.failedChecks().isEmpty()) {
            return;
        }
        text.append("\n### Failed checks\n\n");
        if (results.failedChecks().size() > MOST_TOLD) {
            List<RedCells> failed = RedCells.failedChecks(results);
            failed.stream().limit(MOST_TOLD).forEach(cells -> line(cells, DecisionWords.failedChecks(cells)));
            more(failed.size(), MOST_TOLD, "models and languages");
            return;
        }
        results.failedChecks().stream().limit(MOST_TOLD).forEach(check -> text.append("- ")
                .append(several() ? text(check.suite()) + ": " : "")
                .append(text(check.topic() + ", " + check.model() + " in " + Names.language(check.language())))
                .append(": ")
                .append(text(PlainText.line(check.message(), 300)))
                .append('\n'));
        more(results.failedChecks().size(), MOST_TOLD, "checks");
    }

    /** The details of the run, to file with a release. */
    private void run() {
        text.append("\nThe run: ").append(text(RunWords.of(results.run()))).append(".\n");
        List<String> models = RunWords.models(results.run(), BaselineMarkdown.answered(results));
        models.stream().limit(MOST_ROWS).forEach(line -> text.append("- ")
                .append(text(PlainText.line(line, 400)))
                .append('\n'));
        more(models.size(), MOST_ROWS, "models");
        text.append("- To be cited: ")
                .append(text(results.run().suites().stream()
                        .flatMap(suite -> suite.sources().stream())
                        .distinct()
                        .collect(Collectors.joining(". "))))
                .append(".\n");
    }

    private void kinds() {
        // With many models and languages, this would be the longest part, and the page has it.
        if (results.kinds().isEmpty() || results.kinds().size() > MOST_KINDS) {
            return;
        }
        fold(KindTable.CAPTION);
        line(KindTable.HEADS);
        for (int column = 0; column < KindTable.HEADS.size(); column++) {
            text.append(column < KindTable.WORDS ? "|---" : "|--:");
        }
        text.append("|\n");
        results.kinds().forEach(row -> line(KindTable.cells(row)));
        text.append("\n</details>\n");
    }

    private void line(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            text.append("| ")
                    .append(column < KindTable.WORDS ? cell(cell) : Numbers.set(cell))
                    .append(' ');
        }
        text.append("|\n");
    }

    private void caveats() {
        text.append("\n### Before you act on it\n\n");
        Stream.concat(Caveats.ofThisRun(results).stream(), Caveats.always(results).stream())
                .forEach(caveat -> text.append("- ").append(said(caveat)).append('\n'));
    }

    private void more(int all, int most, String what) {
        text.append(SummaryText.more(all, most, what));
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : text(value);
    }
}
