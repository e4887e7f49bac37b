package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads lines without markers, if there are exactly as many as were asked for and each is a sentence. */
final class PlainReader {

    private static final int SHORTEST = 8;

    private PlainReader() {}

    static Optional<Reading> read(List<Line> lines, int expected) {
        List<String> statements = new ArrayList<>();
        TreeSet<Integer> starts = new TreeSet<>();
        StringBuilder preamble = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.blank() || line.rule()) {
                continue;
            }
            if (statements.isEmpty() && line.title()) {
                preamble.append(line.text()).append('\n');
                continue;
            }
            String statement = StatementText.clean(line.text());
            boolean sentence = statement.length() >= SHORTEST && SentenceEnd.reached(statement);
            if (!sentence || statements.size() == expected) {
                return Optional.empty();
            }
            statements.add(statement);
            starts.add(i);
        }
        return statements.size() == expected && expected > 1
                ? Optional.of(new Reading(preamble.toString(), statements, false, false, starts))
                : Optional.empty();
    }
}
