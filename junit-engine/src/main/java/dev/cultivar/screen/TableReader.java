package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.List;

/** Reads statements that stand in the rows of a markdown table: the longest cell of each row. */
final class TableReader {

    private TableReader() {}

    static Reading read(List<Line> lines) {
        List<String> statements = new ArrayList<>();
        StringBuilder preamble = new StringBuilder();
        int separator = separatorOf(lines);
        boolean noteFollows = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i < separator - 1) {
                preamble.append(line.text()).append('\n');
            } else if (i > separator && isRow(line)) {
                String statement = StatementText.clean(longestCell(line.text()));
                if (!statement.isEmpty()) {
                    statements.add(statement);
                }
            } else if (i > separator && !line.blank()) {
                noteFollows = true;
            }
        }
        return separator < 0
                ? new Reading("", List.of(), false, false)
                : new Reading(preamble.toString(), statements, noteFollows, false);
    }

    private static int separatorOf(List<Line> lines) {
        for (int i = 1; i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (text.startsWith("|") && text.contains("-") && text.chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isRow(Line line) {
        return line.text().startsWith("|");
    }

    private static String longestCell(String row) {
        String longest = "";
        for (String cell : row.split("\\|", -1)) {
            if (cell.strip().length() > longest.length()) {
                longest = cell.strip();
            }
        }
        return longest;
    }
}
