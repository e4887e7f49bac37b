package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a numbered list within one line or paragraph: {@code 1. … 2. … 3. …}. */
final class InlineReader {

    private static final String DELIMITERS = ".):、．）：-–";

    private InlineReader() {}

    /** One reading for each line that holds its own list. */
    static List<Reading> read(List<Line> lines) {
        List<Reading> found = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Items items = items(lines.get(i).text());
            if (items.starts().size() >= 3) {
                boolean noteFollows =
                        lines.subList(i + 1, lines.size()).stream().anyMatch(line -> !line.blank());
                found.add(
                        reading(lines.get(i).text(), items, before.toString(), noteFollows, new TreeSet<>(List.of(i))));
            }
            before.append(lines.get(i).text()).append('\n');
        }
        return found;
    }

    /** One list across all lines. */
    static Optional<Reading> whole(String answer) {
        Items items = items(answer);
        return items.starts().size() < 2
                ? Optional.empty()
                : Optional.of(reading(answer, items, "", false, new TreeSet<>(List.of(0))));
    }

    private static Reading reading(
            String text, Items items, String before, boolean noteFollows, NavigableSet<Integer> lines) {
        List<String> statements = new ArrayList<>();
        for (int s = 0; s < items.starts().size(); s++) {
            int end = s + 1 < items.starts().size() ? items.starts().get(s + 1) : text.length();
            String statement =
                    StatementText.clean(text.substring(items.contents().get(s), end));
            if (!statement.isEmpty()) {
                statements.add(statement);
            }
        }
        return new Reading(before + text.substring(0, items.starts().get(0)), statements, noteFollows, false, lines);
    }

    private static Items items(String text) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> contents = new ArrayList<>();
        String word = null;
        for (int i = 0; i < text.length(); i++) {
            Numeral numeral = i > 0 && !begins(text.charAt(i - 1)) ? null : Numeral.at(text, i);
            if (numeral == null || numeral.value() != starts.size() + 1) {
                continue;
            }
            String before = wordBefore(text, i);
            int content = contentOf(text, numeral, before != null);
            if (content >= 0 && (starts.isEmpty() || word == null || word.equals(before))) {
                if (starts.isEmpty()) {
                    word = before;
                }
                starts.add(word != null && word.equals(before) ? i - word.length() - 1 : i);
                contents.add(content < numeral.end() ? starts.get(starts.size() - 1) : content);
            }
        }
        return new Items(starts, contents);
    }

    private static boolean begins(char before) {
        return !Character.isLetterOrDigit(before) && before != '.' && before != ',';
    }

    /** Index at which the statement begins: after the delimiter, or with the label that is its subject; -1 if there is none. */
    private static int contentOf(String text, Numeral numeral, boolean labelled) {
        int at = numeral.end();
        if (at + 1 >= text.length()) {
            return -1;
        }
        if (DELIMITERS.indexOf(text.charAt(at)) >= 0 && !Character.isDigit(text.charAt(at + 1))) {
            boolean dash = "-–".indexOf(text.charAt(at)) >= 0;
            return dash && !Marker.isBlank(text.charAt(at + 1)) ? -1 : at + 1;
        }
        if (numeral.closed()) {
            return at;
        }
        return labelled && text.charAt(at) == ' ' && Character.isLetter(text.charAt(at + 1)) ? 0 : -1;
    }

    /** The capitalised word that begins a sentence before a number, as in {@code Citizen 3}; null if there is none. */
    private static @Nullable String wordBefore(String text, int at) {
        if (at < 2 || text.charAt(at - 1) != ' ') {
            return null;
        }
        int from = at - 1;
        while (from > 0 && at - from < 24 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        if (from == at - 1 || !Character.isUpperCase(text.charAt(from))) {
            return null;
        }
        int i = from - 1;
        while (i >= 0
                && (Marker.isBlank(text.charAt(i))
                        || Quotes.closes(text.charAt(i))
                        || "*_)".indexOf(text.charAt(i)) >= 0)) {
            i--;
        }
        return i < 0 || ".!?。:;,".indexOf(text.charAt(i)) >= 0 ? text.substring(from, at - 1) : null;
    }

    private record Items(List<Integer> starts, List<Integer> contents) {}
}
