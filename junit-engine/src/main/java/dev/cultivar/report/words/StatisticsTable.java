package dev.cultivar.report.words;

import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.TextTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statistics as JMH would print them: parameters as columns, then {@code Cnt Score Error Units}. */
public final class StatisticsTable {

    private static final int MOST_ROWS = 500;
    private static final List<String> BESIDE_ALIGNMENT = List.of("floor", "ceiling");

    private final List<ResultRow> rows;

    public StatisticsTable(List<ResultRow> rows) {
        this.rows = rows;
    }

    public String text() {
        List<ResultRow> own = rows.stream()
                .filter(row -> !BESIDE_ALIGNMENT.contains(row.statistic()) || !standsBesideAlignment(row))
                .toList();
        TextTable table = new TextTable()
                .words("Statistic")
                .words("(model)")
                .words("(family)")
                .words("(language)")
                .words("(population)")
                .numbers("Cnt")
                .numbers("Score")
                .numbers("Error")
                .words("Units")
                .numbers("Floor")
                .numbers("Ceiling")
                .numbers("p")
                .words("Note");
        own.stream().limit(MOST_ROWS).forEach(row -> append(table, row));
        if (table.isEmpty()) {
            return "No statistic could be computed.\n";
        }
        String more = own.size() > MOST_ROWS
                ? (own.size() - MOST_ROWS) + " further rows are in results.json and results.csv.\n"
                : "";
        return table.text("") + more;
    }

    private void append(TextTable table, ResultRow row) {
        boolean alignment = row.statistic().equals("alignment");
        table.row(
                row.metric().equals("spearman") || !alignment ? row.statistic() : row.statistic() + ":" + row.metric(),
                orEmpty(row.model()),
                row.statistic().equals("capability") ? orEmpty(row.family()) : "",
                orEmpty(row.language()),
                orEmpty(row.population()),
                Long.toString(row.n()),
                row.estimate() == null ? "-" : Decimals.score(row.estimate()),
                interval(row.lower(), row.upper()),
                row.unit(),
                alignment ? beside("floor", row) : "",
                alignment ? beside("ceiling", row) : "",
                row.p() == null ? "" : Decimals.score(row.p()),
                PlainText.line(NoteWords.withoutInterval(row), 80));
    }

    /** Bounds instead of plus and minus, for a bootstrap's interval is seldom symmetric; rounded outwards. */
    public static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : "[" + Decimals.lower(lower) + ", " + Decimals.upper(upper) + "]";
    }

    private String beside(String statistic, ResultRow alignment) {
        return rows.stream()
                .filter(row -> row.statistic().equals(statistic) && isFor(row, alignment))
                .map(row ->
                        Optional.ofNullable(row.estimate()).map(Decimals::score).orElse("-"))
                .findFirst()
                .orElse("");
    }

    private boolean standsBesideAlignment(ResultRow bound) {
        return rows.stream().anyMatch(row -> row.statistic().equals("alignment") && isFor(bound, row));
    }

    private static boolean isFor(ResultRow bound, ResultRow alignment) {
        return (bound.model() == null || bound.model().equals(alignment.model()))
                && (bound.language() == null || bound.language().equals(alignment.language()))
                && Objects.equals(bound.population(), alignment.population())
                && bound.metric().equals(alignment.metric());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
