package dev.cultivar.report.words;

import dev.cultivar.analysis.KindFigure;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Names;
import dev.cultivar.text.TextTable;
import java.util.List;

/** How close a model comes to people on each kind of topic, one row per kind. */
public final class KindTable {

    /** What the table shows. */
    public static final String CAPTION =
            "By kind of topic: mean polarity, and mean distance from people, topic by topic";

    /** Heads of the columns; the first {@link #WORDS} columns contain words. */
    public static final List<String> HEADS = List.of(
            "Kind",
            "Model",
            "Language",
            "People",
            "Topics",
            "n",
            "Model's polarity",
            "People's polarity",
            "Gap",
            "Gap to " + PopulationTable.REFERENCE);

    /** Number of columns with words. */
    public static final int WORDS = 4;

    private static final int MOST_ROWS = 200;

    private KindTable() {}

    /** The cells of a row, in the order of {@link #HEADS}. */
    public static List<String> cells(KindFigure row) {
        return List.of(
                row.kind().label(),
                row.model(),
                Names.language(row.language()),
                Names.population(row.population()),
                Integer.toString(row.topics()),
                Integer.toString(row.n()),
                Numbers.score(row.polarity()),
                Numbers.score(row.populationPolarity()),
                Numbers.score(row.gap()),
                Numbers.score(row.referenceGap()));
    }

    /** The table for a console; empty without rows. */
    public static String text(List<KindFigure> rows) {
        TextTable table = new TextTable();
        for (int column = 0; column < HEADS.size(); column++) {
            if (column < WORDS) {
                table.words(HEADS.get(column));
            } else {
                table.numbers(HEADS.get(column));
            }
        }
        rows.stream().limit(MOST_ROWS).forEach(row -> table.row(cells(row).toArray(String[]::new)));
        return table.isEmpty() ? "" : CAPTION + "\n" + table.text("");
    }
}
