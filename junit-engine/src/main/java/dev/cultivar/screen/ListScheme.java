package dev.cultivar.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kind of marker and the depth that number an answer's statements. Lists inside statements, and lists of something
 * else, have another kind, another depth or no rising numbers.
 */
record ListScheme(Marker.Kind kind, int depth) {

    private static final int COLUMNS_PER_DEPTH = 2;

    /** The scheme of a line, null where nothing begins there. */
    static @Nullable ListScheme of(Line line) {
        Marker marker = line.marker();
        return marker == null || line.rule() ? null : new ListScheme(marker.kind(), line.indent() / COLUMNS_PER_DEPTH);
    }

    /** The scheme with the longest rising count; numbers and labels before bullets, the earlier before the later. */
    static @Nullable ListScheme best(List<Line> lines) {
        Map<ListScheme, List<Integer>> values = new LinkedHashMap<>();
        for (Line line : lines) {
            ListScheme scheme = of(line);
            Marker marker = line.marker();
            if (scheme != null && marker != null) {
                values.computeIfAbsent(scheme, s -> new ArrayList<>()).add(marker.value());
            }
        }
        ListScheme best = null;
        int bestScore = 0;
        for (Map.Entry<ListScheme, List<Integer>> entry : values.entrySet()) {
            if (entry.getKey().kind() != Marker.Kind.BULLET) {
                int score = risingCount(entry.getValue());
                if (score > bestScore) {
                    bestScore = score;
                    best = entry.getKey();
                }
            }
        }
        return bestScore >= 2 ? best : outermostBullets(values, best);
    }

    private static @Nullable ListScheme outermostBullets(
            Map<ListScheme, List<Integer>> values, @Nullable ListScheme otherwise) {
        ListScheme outermost = null;
        for (Map.Entry<ListScheme, List<Integer>> entry : values.entrySet()) {
            ListScheme scheme = entry.getKey();
            boolean several = entry.getValue().size() >= 2;
            if (scheme.kind() == Marker.Kind.BULLET
                    && several
                    && (outermost == null || scheme.depth() < outermost.depth())) {
                outermost = scheme;
            }
        }
        return outermost == null ? otherwise : outermost;
    }

    /** Length of the count n, n+1, n+2, …; markdown also numbers every item "1.", which counts as all of them. */
    private static int risingCount(List<Integer> values) {
        int next = values.get(0);
        int count = 0;
        boolean allTheSame = true;
        for (int value : values) {
            allTheSame &= value == values.get(0);
            if (value == next) {
                count++;
                next++;
            }
        }
        return allTheSame ? values.size() : count;
    }
}
