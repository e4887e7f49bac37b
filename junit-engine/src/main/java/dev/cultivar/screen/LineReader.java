package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits an answer into lines and finds what begins each. One pass, no backtracking. */
final class LineReader {

    private static final String BULLETS = "-*+•·‣▪●○◦–—・";
    private static final String TIGHT_BULLETS = "•‣▪●○◦・";
    private static final String DELIMITERS = ".):、．）：]。º°ª】";
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
        boolean heading = text.startsWith("#");
        String body = heading ? withoutHashes(text) : text;
        return new Line(indent, text, heading, marker(body, heading));
    }

    private static boolean isSpaceOrQuoteMark(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '>' || c == '\ufeff' || c == '\u200b';
    }

    private static String withoutHashes(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '#') {
            i++;
        }
        return text.substring(i).strip();
    }

    private static @Nullable Marker marker(String body, boolean heading) {
        boolean bullet = isBullet(body);
        String text = bullet ? body.substring(1).strip() : body;
        int start = 0;
        while (start < text.length() && "*_\\([【".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        Marker number = number(text, start, heading);
        if (number != null) {
            return number;
        }
        Marker label = Labels.at(StatementText.withoutMarkup(text.substring(start)));
        if (label != null) {
            return label;
        }
        return bullet && !text.isEmpty() ? new Marker(Marker.Kind.BULLET, 0, text) : null;
    }

    private static boolean isBullet(String text) {
        if (text.length() < 2 || BULLETS.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return Character.isWhitespace(text.charAt(1)) || TIGHT_BULLETS.indexOf(text.charAt(0)) >= 0;
    }

    private static @Nullable Marker number(String text, int start, boolean heading) {
        Digits digits = Digits.at(text, start);
        if (digits == null) {
            return null;
        }
        boolean circled = Digits.isCircled(text.charAt(start));
        int i = digits.end();
        while (i < text.length() && "*_\\".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean emphasised = start > 0 && i > digits.end();
        String rest;
        if (i == text.length()) {
            rest = "";
        } else if (DELIMITERS.indexOf(text.charAt(i)) >= 0) {
            if (i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))) {
                return null;
            }
            rest = text.substring(i + 1);
        } else if (isDashBetweenSpaces(text, i)) {
            rest = text.substring(i + 2);
        } else if (circled || ((emphasised || heading) && Character.isWhitespace(text.charAt(i)))) {
            rest = text.substring(i);
        } else {
            return null;
        }
        return new Marker(Marker.Kind.NUMBER, digits.value(), rest.strip());
    }

    private static boolean isDashBetweenSpaces(String text, int i) {
        return i + 2 < text.length()
                && text.charAt(i) == ' '
                && "-–—".indexOf(text.charAt(i + 1)) >= 0
                && text.charAt(i + 2) == ' ';
    }
}
