package dev.cultivar.report.words;

import dev.cultivar.results.ReferencePoints;
import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.TextTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statistics as JMH would print them: parameters as columns, then {@code Cnt Score Error Units}. */
public final class StatisticsTable {

    private static final int MOST_ROWS = 500;

    private final List<ResultRow> rows;
    private final ReferencePoints references;

    public StatisticsTable(List<ResultRow> rows) {
        this.rows = rows;
        references = new ReferencePoints(rows);
    }

    public String text() {
        List<ResultRow> own = rows.stream()
                .filter(row -> !references.isBesideAnAlignment(row))
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
                alignment ? score(references.floor(row)) : "",
                alignment ? score(references.ceiling(row)) : "",
                row.p() == null ? "" : Decimals.score(row.p()),
                PlainText.line(NoteWords.withoutInterval(row), 80));
    }

    /** Bounds instead of plus and minus, for a bootstrap's interval is seldom symmetric; rounded outwards. */
    public static String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : "[" + Decimals.lower(lower) + ", " + Decimals.upper(upper) + "]";
    }

    private static String score(Optional<ResultRow> reference) {
        return reference
                .map(row ->
                        Optional.ofNullable(row.estimate()).map(Decimals::score).orElse("-"))
                .orElse("");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
