package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the statements of one run of markers, each on one or more lines. */
final class ListReader {

    private final List<Line> lines;
    private final MarkerRun run;
    private final List<Integer> starts;

    /** Lines that end an item even though the next item has not begun: those of lists beside this one. */
    private final Set<Integer> stops;

    private ListReader(List<Line> lines, MarkerRun run, Set<Integer> stops) {
        this.lines = lines;
        this.run = run;
        this.starts = run.starts();
        this.stops = stops;
    }

    static Reading read(List<Line> lines, MarkerRun run, Set<Integer> stops) {
        return new ListReader(lines, run, stops).read();
    }

    private Reading read() {
        List<List<String>> items = new ArrayList<>();
        for (int s = 0; s < starts.size(); s++) {
            int end = s + 1 < starts.size() ? starts.get(s + 1) : lines.size();
            items.add(item(s, end));
        }
        int lastIndex = items.size() - 1;
        List<String> last = items.get(lastIndex);
        int usual = usualLength(items.subList(0, lastIndex));
        // A note counts as a note only if it stands apart from the last item; that item's own lines may wrap.
        int keep = lastIndex > 0 ? noteStart(starts.get(lastIndex), usual, last.size()) : last.size();
        boolean droppedTitle = last.size() < contentLines(starts.get(lastIndex));
        items.set(lastIndex, last.subList(0, keep));

        List<String> statements = new ArrayList<>();
        for (List<String> item : items) {
            String statement = StatementText.clean(String.join(" ", item));
            if (!statement.isEmpty()) {
                statements.add(statement);
            }
        }
        String lastRaw = Labels.withoutLabel(StatementText.withoutMarkup(String.join(" ", items.get(lastIndex))));
        return new Reading(
                text(0, starts.get(0)),
                LeadIn.taken(statements),
                keep < last.size() || droppedTitle,
                Quotes.leftOpen(lastRaw),
                new TreeSet<>(starts));
    }

    /** The lines of an item, without titles of the next section, blank lines and rules. */
    private List<String> item(int index, int end) {
        int start = starts.get(index);
        List<String> parts = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Line line = lines.get(i);
            if (i == start) {
                if (!run.rests().get(index).isEmpty()) {
                    parts.add(run.rests().get(index));
                }
            } else if (stops.contains(i)) {
                break;
            } else if (line.rule() || startsNextSection(i)) {
                if (!parts.isEmpty()) {
                    break;
                }
            } else if (!line.blank()) {
                parts.add(withoutBullet(line));
            }
        }
        return parts;
    }

    private static String withoutBullet(Line line) {
        for (Marker marker : line.markers()) {
            if (marker.kind() == Marker.Kind.BULLET) {
                return marker.rest();
            }
        }
        return line.text();
    }

    /** A title after a blank line belongs to what follows it. */
    private boolean startsNextSection(int i) {
        return lines.get(i).title()
                && lines.get(i).indent() == 0
                && (lines.get(i).heading() > 0 || blankBefore(i));
    }

    private boolean blankBefore(int i) {
        return i > 0 && lines.get(i - 1).blank();
    }

    /** How many of the last item's lines are its own: the usual number, then on to the next blank line. */
    private int noteStart(int start, int usual, int size) {
        int own = ownLines();
        for (int i = start + 1; i < lines.size() && own < size; i++) {
            if (lines.get(i).blank() || lines.get(i).rule()) {
                continue;
            }
            boolean apart = blankBefore(i) && lines.get(i).indent() == 0;
            if (own >= usual && (apart || usual == 1) && own > 0) {
                return own;
            }
            own++;
        }
        return size;
    }

    /** Lines that a marker's own line contributes: none where the marker stands alone. */
    private int ownLines() {
        return run.rests().get(run.size() - 1).isEmpty() ? 0 : 1;
    }

    private int contentLines(int start) {
        int count = ownLines();
        for (int i = start + 1; i < lines.size(); i++) {
            if (!lines.get(i).blank() && !lines.get(i).rule()) {
                count++;
            }
        }
        return count;
    }

    /** The most common number of lines of an item; the smaller of two equally common ones. */
    private static int usualLength(List<List<String>> items) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> item : items) {
            counts.merge(item.size(), 1, Integer::sum);
        }
        int usual = 1;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            boolean better = entry.getValue() > most || (entry.getValue() == most && entry.getKey() < usual);
            if (better) {
                most = entry.getValue();
                usual = entry.getKey();
            }
        }
        return usual;
    }

    private String text(int from, int to) {
        List<String> parts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            parts.add(lines.get(i).text());
        }
        return String.join("\n", parts);
    }
}
