package dev.cultivar.screen.reading;

import java.util.List;

/** Which column of a table, or field of a record, holds what people said. */
final class Columns {

    private Columns() {}

    /**
     * The column of sentences; of several the longest, and of none the longest that has no ages and names in it.
     *
     * @param rows cells of each row, cleaned; short rows lack their last cells
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
