package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.List;

/** Splits an answer into lines and finds what may begin each. One pass, no backtracking. */
final class LineReader {

    private static final int TAB = 4;

    private LineReader() {}

    static List<Line> read(String answer) {
        List<Line> lines = new ArrayList<>();
        answer.lines().map(LineReader::line).forEach(lines::add);
        return lines;
    }

    private static Line line(String raw) {
        int i = 0;
        int indent = 0;
        while (i < raw.length() && isSpaceOrQuoteMark(raw.charAt(i))) {
            indent += raw.charAt(i) == '\t' ? TAB : raw.charAt(i) == '>' ? 0 : 1;
            i++;
        }
        String text = raw.substring(i).strip();
        int heading = 0;
        while (heading < text.length() && text.charAt(heading) == '#') {
            heading++;
        }
        // "#1:" is a number, "# 1" a heading.
        boolean numberSign = heading == 1 && text.length() > 1 && Character.isDigit(text.charAt(1));
        String body = text.substring(heading).strip();
        Line bare = new Line(indent, text, numberSign ? 0 : heading, List.of());
        return bare.rule() ? bare : new Line(indent, text, bare.heading(), Markers.of(body, bare));
    }

    private static boolean isSpaceOrQuoteMark(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '>';
    }
}
