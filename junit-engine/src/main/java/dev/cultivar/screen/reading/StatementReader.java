package dev.cultivar.screen.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the statements of an answer, as JSON, a table, a list of lines or a list within one line. The likeliest reading
 * comes first; after it those that compete with it: large lists of something else in another place.
 */
public final class StatementReader {

    /** Candidates that are compared with each other; real answers have a handful. */
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
        List<Line> prose = TableReader.without(lines);
        Pairs pairs = Pairs.of(outermost(prose));
        for (Run run : pairs.views()) {
            found.add(ListReader.read(prose, run, pairs.besides(run)));
        }
        found.addAll(InlineReader.read(prose));
        found.removeIf(reading -> reading.size() < 2);
        if (found.isEmpty()) {
            return List.of(InlineReader.whole(answer)
                    .or(() -> PlainReader.read(lines, expected))
                    .orElseGet(() -> only(pairs.views(), prose)));
        }
        // A list of as many as were asked for first; else the order in which they were found, clear signs before
        // others.
        found.sort(Comparator.comparing(reading -> reading.size() != expected));
        return competing(found);
    }

    private Reading only(List<Run> runs, List<Line> prose) {
        return runs.isEmpty() ? Reading.nothing(answer) : ListReader.read(prose, runs.get(0), Set.of());
    }

    /** The first, and those that hold more than half of what was asked for, in other places and other words. */
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

    /** Runs by how clear a sign they are, then by size, without those that lie within the items of another. */
    private static List<Run> outermost(List<Line> lines) {
        List<Run> runs = Run.of(lines).stream()
                .sorted(Comparator.comparingInt(Run::size).reversed())
                .limit(MOST_CANDIDATES)
                .sorted(Comparator.comparing(Run::kind)
                        .thenComparing(Comparator.comparingInt(Run::size).reversed())
                        .thenComparing(Run::first))
                .toList();
        List<Run> outermost = new ArrayList<>();
        for (Run run : runs) {
            boolean inner = runs.stream().anyMatch(other -> isWithin(run, other, lines))
                    || outermost.stream().anyMatch(other -> other.starts().equals(run.starts()));
            if (!inner) {
                outermost.add(run);
            }
        }
        return outermost;
    }

    /** Whether a run's markers are spread over several items of a clearer one, or of one further out. */
    private static boolean isWithin(Run run, Run outer, List<Line> lines) {
        boolean clearer = outer.kind().compareTo(run.kind()) < 0;
        boolean furtherOut = outer.kind() == run.kind()
                && lines.get(outer.first()).indent() < lines.get(run.first()).indent()
                && lines.get(outer.last()).indent() < lines.get(run.last()).indent();
        if (!(clearer || furtherOut) || run.first() <= outer.first()) {
            return false;
        }
        return itemsWith(run, outer) >= 2;
    }

    private static int itemsWith(Run run, Run outer) {
        Set<Integer> items = new HashSet<>();
        Set<Integer> own = new HashSet<>(outer.starts());
        for (int start : run.starts()) {
            if (own.contains(start)) {
                return 0;
            }
            int item = -1;
            while (item + 1 < outer.size() && outer.starts().get(item + 1) < start) {
                item++;
            }
            if (item >= 0) {
                items.add(item);
            }
        }
        return items.size();
    }
}
