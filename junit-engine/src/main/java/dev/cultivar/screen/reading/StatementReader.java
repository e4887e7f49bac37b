package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the statements of an answer as JSON, a table, a list of lines or a list within one line. The likeliest reading comes first,
 * followed by those that compete with it: other large lists elsewhere in the answer.
 */
public final class StatementReader {

    /** The most candidates to compare; real answers have a handful. */
    private static final int MOST_CANDIDATES = 60;

    private final int expected;
    private final String answer;
    private final List<Line> lines;

    private StatementReader(String answer, int expected) {
        this.answer = answer;
        this.expected = expected;
        this.lines = LineReader.read(answer);
    }

    /**
     * At least one reading, the likeliest first.
     *
     * @param expected how many statements were asked for
     */
    public static List<Reading> read(String answer, int expected) {
        Optional<Reading> json = JsonReader.read(answer);
        return json.isPresent() ? List.of(json.get()) : new StatementReader(answer, expected).read();
    }

    private List<Reading> read() {
        List<Reading> found = new ArrayList<>(TableReader.read(lines));
        List<Reading> inline = InlineReader.read(TableReader.without(lines));
        List<Line> prose = without(TableReader.without(lines), inline);
        Pairs pairs = Pairs.of(outermost(prose));
        for (MarkerRun run : pairs.views()) {
            found.add(ListReader.read(prose, run, pairs.besides(run)));
        }
        found.addAll(inline);
        found.removeIf(reading -> reading.size() < 2);
        if (found.isEmpty()) {
            return List.of(InlineReader.whole(answer)
                    .or(() -> PlainReader.read(lines, expected))
                    .orElseGet(() -> only(pairs.views(), prose)));
        }
        // Lists with the number asked for come first; otherwise keep the order in which they were found, clearest signs
        // first.
        found.sort(Comparator.comparing(reading -> reading.size() != expected));
        return competing(found);
    }

    /** A line that holds its own large list is not an item of another list. */
    private List<Line> without(List<Line> all, List<Reading> inline) {
        List<Line> kept = new ArrayList<>(all);
        inline.stream()
                .filter(reading -> 2 * reading.size() > expected)
                .forEach(reading -> kept.set(reading.lines().first(), new Line(0, "", 0, List.of())));
        return kept;
    }

    private Reading only(List<MarkerRun> runs, List<Line> prose) {
        return runs.isEmpty() ? Reading.nothing(answer) : ListReader.read(prose, runs.get(0), Set.of());
    }

    /** The first reading, and others in other places and with other words that hold more than half of the number asked for. */
    private List<Reading> competing(List<Reading> found) {
        Reading best = found.get(0);
        List<Reading> kept = new ArrayList<>(List.of(best));
        for (Reading reading : found) {
            boolean large = 2 * reading.size() > expected;
            if (large && kept.stream().noneMatch(one -> reading.sharesLines(one) || reading.repeats(one))) {
                kept.add(reading);
            }
        }
        return kept;
    }

    /** Runs sorted by how clear a sign of a list they are, then by size, without those inside another run's items. */
    private List<MarkerRun> outermost(List<Line> lines) {
        List<MarkerRun> runs = MarkerRun.of(lines).stream()
                .sorted(Comparator.comparingInt(MarkerRun::size).reversed())
                .limit(MOST_CANDIDATES)
                .sorted(Comparator.comparing(MarkerRun::kind)
                        .thenComparing(Comparator.comparingInt(MarkerRun::size).reversed())
                        .thenComparing(MarkerRun::first))
                .toList();
        List<MarkerRun> outermost = new ArrayList<>();
        for (MarkerRun run : runs) {
            boolean inner = runs.stream().anyMatch(other -> isWithin(run, other, lines))
                    || outermost.stream().anyMatch(other -> other.starts().equals(run.starts()));
            if (!inner) {
                outermost.add(run);
            }
        }
        return outermost;
    }

    /** Whether a run's markers are spread over several items of a clearer run, or of one less indented. */
    private boolean isWithin(MarkerRun run, MarkerRun outer, List<Line> lines) {
        boolean clearer = outer.kind().compareTo(run.kind()) < 0;
        boolean furtherOut = outer.kind() == run.kind()
                && lines.get(outer.first()).indent() < lines.get(run.first()).indent()
                && lines.get(outer.last()).indent() < lines.get(run.last()).indent();
        if (!(clearer || furtherOut) || run.first() <= outer.first()) {
            return false;
        }
        NavigableSet<Integer> items = itemsWith(run, outer);
        if (items.size() != 1) {
            return items.size() > 1;
        }
        // Inside a single item, the run is that item's own list, unless it follows the last item or competes with a
        // large list.
        int margin = lines.get(outer.first()).indent();
        boolean large = 2 * outer.size() > expected;
        return items.first() < outer.size() - 1
                || (!large
                        && run.starts().stream()
                                .allMatch(start -> lines.get(start).indent() > margin));
    }

    /** Indices of the items that contain a run's markers; none where it shares a line with the other run. */
    private static NavigableSet<Integer> itemsWith(MarkerRun run, MarkerRun outer) {
        NavigableSet<Integer> items = new TreeSet<>();
        for (int start : run.starts()) {
            int at = Collections.binarySearch(outer.starts(), start);
            if (at >= 0) {
                return Collections.emptyNavigableSet();
            }
            items.add(-at - 2);
        }
        return items;
    }
}
