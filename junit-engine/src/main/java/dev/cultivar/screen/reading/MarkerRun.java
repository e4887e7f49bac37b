package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Consecutive markers of one series: numbers that rise by one, others up to the next section.
 *
 * @param starts indices of the lines they begin, in rising order
 * @param rests what follows each marker on its line
 */
record MarkerRun(Marker.Kind kind, String series, List<Integer> starts, List<String> rests) {

    private static final int COLUMNS_PER_DEPTH = 2;

    MarkerRun {
        starts = List.copyOf(starts);
        rests = List.copyOf(rests);
    }

    int size() {
        return starts.size();
    }

    int first() {
        return starts.get(0);
    }

    int last() {
        return starts.get(starts.size() - 1);
    }

    /** All runs of an answer that are long enough to be a list. */
    static List<MarkerRun> of(List<Line> lines) {
        Map<String, List<Entry>> series = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (Marker marker : line.markers()) {
                Entry entry = new Entry(i, marker);
                String name = marker.kind() + " " + marker.series();
                int depth = line.indent() / COLUMNS_PER_DEPTH;
                collect(series, name + " at " + depth, entry);
                // The first line may have lost its indentation, and numbers may be right-aligned.
                collect(series, name, entry);
                if (marker.kind() == Marker.Kind.LABEL) {
                    collect(series, "any label", entry);
                }
            }
        }
        List<MarkerRun> runs = new ArrayList<>();
        for (Map.Entry<String, List<Entry>> entry : series.entrySet()) {
            boolean mixed = entry.getKey().equals("any label");
            if (!mixed || neverFalls(entry.getValue())) {
                runs.addAll(runs(entry.getValue(), lines));
            }
        }
        return runs;
    }

    private static void collect(Map<String, List<Entry>> series, String name, Entry entry) {
        series.computeIfAbsent(name, any -> new ArrayList<>()).add(entry);
    }

    /** Labels with different words form one list if their numbers rise from first to last. */
    private static boolean neverFalls(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).value() <= entries.get(i - 1).value()) {
                return false;
            }
        }
        return true;
    }

    private static List<MarkerRun> runs(List<Entry> entries, List<Line> lines) {
        Marker.Kind kind = entries.get(0).marker().kind();
        // Markdown allows every item to be "1.".
        boolean counted = kind.numbered()
                && entries.stream().mapToInt(Entry::value).distinct().count() > 1;
        List<MarkerRun> runs = new ArrayList<>();
        List<Entry> current = new ArrayList<>();
        for (Entry entry : entries) {
            boolean goesOn =
                    current.isEmpty() || (counted ? follows(current, entry) : !apart(current, entry, kind, lines));
            if (goesOn) {
                current.add(entry);
            } else if (!counted || begins(current, entry)) {
                keep(current, runs);
                current = new ArrayList<>(List.of(entry));
            }
        }
        keep(current, runs);
        return runs;
    }

    private static boolean follows(List<Entry> current, Entry entry) {
        int last = current.get(current.size() - 1).value();
        // A repeated number is an extra item, not part of the one before.
        return entry.value() == last + 1 || (entry.value() == last && last > 1);
    }

    /** A number out of sequence starts a new list, or is stray. */
    private static boolean begins(List<Entry> current, Entry entry) {
        return entry.value() <= 1 || current.size() == 1;
    }

    /** Whether there is a title between an entry and the one before. */
    private static boolean apart(List<Entry> current, Entry entry, Marker.Kind kind, List<Line> lines) {
        if (kind == Marker.Kind.TITLE || kind == Marker.Kind.LEAD || kind == Marker.Kind.QUOTE) {
            return false;
        }
        for (int i = current.get(current.size() - 1).line() + 1; i < entry.line(); i++) {
            if (lines.get(i).title()
                    && lines.get(i).indent() <= lines.get(entry.line()).indent()) {
                return true;
            }
        }
        return false;
    }

    private static void keep(List<Entry> entries, List<MarkerRun> runs) {
        if (entries.isEmpty()) {
            return;
        }
        Marker first = entries.get(0).marker();
        if (entries.size() >= first.kind().fewest() && (!first.kind().fromOne() || first.value() == 1)) {
            runs.add(new MarkerRun(
                    first.kind(),
                    first.series(),
                    entries.stream().map(Entry::line).toList(),
                    entries.stream().map(entry -> entry.marker().rest()).toList()));
        }
    }

    private record Entry(int line, Marker marker) {
        int value() {
            return marker.value();
        }
    }
}
