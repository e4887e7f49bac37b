package dev.cultivar.maven.bridge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.engine.Segments;
import dev.cultivar.results.GateRow;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;

/**
 * A leaf whose assertion failed, or a container that failed in this way as a whole.
 *
 * @param id unique id
 * @param suite class name of its suite; empty where it is in none
 * @param topic a cell's topic, else null
 * @param model a cell's model, else null
 * @param language a cell's language, else null
 * @param gate what a gate measures, else null
 * @param text its name and message, for the user
 */
public record FailedLeaf(
        String id,
        Kind kind,
        String suite,
        @Nullable String topic,
        @Nullable String model,
        @Nullable String language,
        @Nullable String gate,
        String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What failed. */
    public enum Kind {
        /** A cell: no response was scored, or the suite's own check failed. */
        CELL,
        /** A gate, by its verdict. */
        GATE,
        /** Something that contains cells or gates. */
        CONTAINER
    }

    static FailedLeaf of(TestIdentifier node, String text) {
        UniqueId id = node.getUniqueIdObject();
        Map<String, String> innermost = id.getSegments().stream()
                .collect(Collectors.toMap(
                        UniqueId.Segment::getType, UniqueId.Segment::getValue, (outer, inner) -> inner));
        return new FailedLeaf(
                id.toString(),
                kind(id),
                innermost.getOrDefault(Segments.SUITE, ""),
                innermost.get(Segments.TOPIC),
                innermost.get(Segments.MODEL),
                innermost.get(Segments.LANGUAGE),
                innermost.get(Segments.GATE),
                text);
    }

    static Kind kind(UniqueId id) {
        return switch (id.getLastSegment().getType()) {
            case Segments.LANGUAGE -> Kind.CELL;
            case Segments.GATE -> Kind.GATE;
            default -> Kind.CONTAINER;
        };
    }

    /** Whether it failed because of the verdict in this row of the results. */
    public boolean isVerdictOf(GateRow row) {
        return kind == Kind.GATE && suite.equals(row.suite()) && row.measures().equals(gate);
    }

    /** Converts it for another class loader. */
    Map<String, Object> toMap() {
        return JSON.convertValue(this, new TypeReference<>() {});
    }

    /** Reads it from another class loader, as {@link #toMap} wrote it. */
    public static FailedLeaf from(Object map) {
        return JSON.convertValue(map, FailedLeaf.class);
    }
}
