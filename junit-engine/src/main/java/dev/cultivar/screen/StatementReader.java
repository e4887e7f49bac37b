package dev.cultivar.screen;

import java.util.List;

/** Finds the statements of an answer: as a list, a table, a list within one line, or quoted paragraphs. */
final class StatementReader {

    private StatementReader() {}

    static Reading read(String answer) {
        List<Line> lines = LineReader.read(answer);
        Reading list = ListReader.read(lines);
        if (list.statements().size() >= 2) {
            return list;
        }
        Reading table = TableReader.read(lines);
        if (table.statements().size() >= 2) {
            return table;
        }
        Reading inline = InlineReader.read(answer);
        if (inline.statements().size() >= 2) {
            return inline;
        }
        Reading paragraphs = ParagraphReader.read(lines);
        if (paragraphs.statements().size() >= 2) {
            return paragraphs;
        }
        return list.statements().isEmpty() ? Reading.nothing(answer) : list;
    }
}
