package dev.cultivar.screen.reading;

import java.util.List;

/** Finds the column of a table, or the field of a record, that holds what people said. */
final class Columns {

    private Columns() {}

    /**
     * The column with sentences. If several have them, the longest one; if none does, the longest one without ages and names.
     *
     * @param rows cleaned cells of each row; short rows lack their last cells
     */
    static int best(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int best = 0;
        double most = -1;
        for (int column = 0; column < width; column++) {
            double score = score(rows, column);
            if (score > most) {
                most = score;
                best = column;
            }
        }
        return best;
    }

    private static double score(List<List<String>> rows, int column) {
        double sentences = 0;
        double letters = 0;
        double questions = 0;
        for (List<String> row : rows) {
            String cell = column < row.size() ? row.get(column) : "";
            long count = cell.codePoints().filter(Character::isLetter).count();
            letters += Math.min(count, 500);
            sentences += count > 0 && SentenceEnd.reached(cell) ? 1 : 0;
            questions += Questions.asks(cell) ? 1 : 0;
        }
        double rowsCount = Math.max(1, rows.size());
        boolean saysSomething = sentences - questions > rowsCount / 2;
        return (saysSomething ? 1_000 : 0) + letters / rowsCount;
    }
}
