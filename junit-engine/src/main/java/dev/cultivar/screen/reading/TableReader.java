package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Reads statements from one column of a table. */
final class TableReader {

    private static final int MOST_COLUMNS = 20;

    private TableReader() {}

    /** One reading per table. */
    static List<Reading> read(List<Line> lines) {
        List<Reading> tables = new ArrayList<>();
        int i = 1;
        while (i < lines.size()) {
            if (begins(lines, i)) {
                tables.add(table(lines, i));
                i = end(lines, i);
            }
            i++;
        }
        return tables;
    }

    /** The lines, with those of tables blanked so that no other reader takes a row for an item. */
    static List<Line> without(List<Line> lines) {
        List<Line> prose = new ArrayList<>(lines);
        Line blank = new Line(0, "", 0, List.of());
        int i = 1;
        while (i < lines.size()) {
            if (begins(lines, i)) {
                int end = end(lines, i);
                Collections.fill(prose.subList(i - 1, end), blank);
                i = end;
            }
            i++;
        }
        return prose;
    }

    /** Whether the line at an index is the separator under a table's header. */
    private static boolean begins(List<Line> lines, int i) {
        return isSeparator(lines.get(i)) && isRow(lines.get(i - 1));
    }

    private static int end(List<Line> lines, int from) {
        int i = from;
        while (i < lines.size() && isRow(lines.get(i))) {
            i++;
        }
        return i;
    }

    private static Reading table(List<Line> lines, int separator) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int end = end(lines, separator);
        for (int i = separator + 1; i < end; i++) {
            rows.add(cells(lines.get(i).text()));
            starts.add(i);
        }
        boolean noteFollows = lines.subList(end, lines.size()).stream().anyMatch(line -> !line.blank());
        int column = Columns.best(rows);
        List<String> statements = rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
        String preamble = String.join(
                "\n", lines.subList(0, separator - 1).stream().map(Line::text).toList());
        return new Reading(preamble, statements, noteFollows, false, new TreeSet<>(starts));
    }

    private static boolean isSeparator(Line line) {
        String text = line.text();
        return text.contains("-") && text.contains("|") && text.chars().allMatch(c -> "|-: +".indexOf(c) >= 0);
    }

    private static boolean isRow(Line line) {
        return line.text().contains("|");
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", MOST_COLUMNS))
                .map(StatementText::clean)
                .toList();
    }
}
