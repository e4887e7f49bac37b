package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.ResultRow;
import dev.cultivar.settings.Estimand;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import dev.cultivar.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statistics as JMH would print them: parameters as columns, then count, score, the interval of each question, and units. */
public final class StatisticsTable {

    private static final int MOST_ROWS = 500;

    private final List<ResultRow> rows;

    public StatisticsTable(List<ResultRow> rows) {
        this.rows = rows;
    }

    /**
     * The rows that a reader looks for first. Of rows that differ only in their population, this is the first, which is for the people of
     * the language. An analysis begins with these rows.
     */
    public static List<ResultRow> own(List<ResultRow> rows) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> !row.statistic().equals(Statistic.NOISE_CORRECTED.label()))
                .filter(row -> seen.add(
                        Arrays.asList(row.statistic(), row.metric(), row.model(), row.family(), row.language())))
                .toList();
    }

    public String text() {
        TextTable table = new TextTable()
                .words("Statistic")
                .words("(model)")
                .words("(family)")
                .words("(language)")
                .words("(population)")
                .numbers("n")
                .numbers("Score")
                .numbers("These topics")
                .numbers("All topics")
                .words("Units");
        ReferenceWords.HEADS.forEach(table::numbers);
        table.numbers("p").words("Note");
        List<ResultRow> shown = rows.stream()
                .filter(row -> !row.statistic().equals(Statistic.NOISE_CORRECTED.label()))
                .toList();
        shown.stream().limit(MOST_ROWS).forEach(row -> append(table, row));
        if (table.isEmpty()) {
            return "No statistic could be computed.\n";
        }
        String more = shown.size() > MOST_ROWS
                ? Plural.of(shown.size() - MOST_ROWS, "further row is", "further rows are")
                        + " in results.json and results.csv.\n"
                : "";
        return level(shown) + table.text("") + more;
    }

    /** The level of these intervals; those of verdicts, further down, are wider. */
    private static String level(List<ResultRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.confidence()))
                .findFirst()
                .map(confidence ->
                        "Scores: each interval is for that score alone, at " + Digits.percent(confidence) + "\n")
                .orElse("");
    }

    private void append(TextTable table, ResultRow row) {
        boolean alignment = row.isOf(Statistic.ALIGNMENT);
        List<String> cells = new ArrayList<>(List.of(
                row.metric().equals(Metric.SPEARMAN.label()) || !alignment
                        ? MeasureWords.statistic(row.statistic())
                        : row.statistic() + ":" + row.metric(),
                orEmpty(row.model()),
                row.isOf(Statistic.CAPABILITY) ? orEmpty(row.family()) : "",
                Names.language(row.language()),
                Names.population(row.population()),
                Long.toString(row.n()),
                row.estimate() == null ? "-" : Decimals.score(row.estimate()),
                interval(row, Estimand.THESE_TOPICS),
                interval(row, Estimand.ALL_TOPICS),
                row.unit()));
        cells.addAll(ReferenceWords.cells(row.references()));
        cells.add(row.p() == null ? "" : Numbers.p(row.p()));
        cells.add(PlainText.line(NoteWords.withoutInterval(row), 80));
        table.row(cells.toArray(String[]::new));
    }

    /** The interval of a row that answers the given question; empty if it has none. */
    public static String interval(ResultRow row, Estimand estimand) {
        return estimand.label().equals(row.estimand())
                ? interval(row.lower(), row.upper())
                : interval(row.otherLower(), row.otherUpper());
    }

    /** Gives both bounds rather than plus or minus, because a bootstrap's interval is seldom symmetric; rounded outwards. */
    public static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : "[" + Decimals.lower(lower) + ", " + Decimals.upper(upper) + "]";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
