package dev.cultivar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in plain text whose columns are as wide as what they hold; columns without any content are left out. */
public final class TextTable {

    private static final String GAP = "  ";

    private enum Side {
        LEFT,
        RIGHT
    }

    private final List<String> headers = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A column of words. */
    public TextTable words(String header) {
        headers.add(header);
        sides.add(Side.LEFT);
        return this;
    }

    /** A column of numbers. */
    public TextTable numbers(String header) {
        headers.add(header);
        sides.add(Side.RIGHT);
        return this;
    }

    /** One row, a cell for each column. */
    public void row(String... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headers.size() + " columns");
        }
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> PlainText.line(cells[i]))
                .toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Lines of header and rows, each ending in a newline. */
    public String text(String indent) {
        List<Integer> shown = IntStream.range(0, headers.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        StringBuilder text = new StringBuilder();
        append(text, indent, shown, headers);
        rows.forEach(row -> append(text, indent, shown, row));
        return text.toString();
    }

    private void append(StringBuilder text, String indent, List<Integer> shown, List<String> cells) {
        String line =
                shown.stream().map(column -> padded(column, cells.get(column))).collect(Collectors.joining(GAP));
        text.append((indent + line).stripTrailing()).append('\n');
    }

    private String padded(int column, String cell) {
        String space = " ".repeat(width(column) - length(cell));
        return sides.get(column) == Side.LEFT ? cell + space : space + cell;
    }

    private int width(int column) {
        return Math.max(
                length(headers.get(column)),
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
