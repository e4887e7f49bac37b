package dev.cultivar.report.figure;

import java.util.List;

/**
 * The numbers of a figure.
 *
 * @param heads heads of the columns; the first column has names, the others numbers
 */
public record FigureTable(String caption, List<String> heads, List<List<String>> rows) {
    public FigureTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }
}
