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
 * A leaf whose assertion did not hold, or a container that failed so as a whole.
 *
 * @param id unique id
 * @param suite class name of the suite that it is in, empty where it is in none
 * @param topic of a cell, else null
 * @param model of a cell, else null
 * @param language of a cell, else null
 * @param gate what a gate measures, else null
 * @param text its name and what it said, for a person
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
        /** A cell: no response was scored, or the suite's own check did not hold. */
        CELL,
        /** A gate, by its verdict. */
        GATE,
        /** Something that holds cells or gates. */
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

    /** Whether it failed by the verdict that this row of the results tells. */
    public boolean isVerdictOf(GateRow row) {
        return kind == Kind.GATE && suite.equals(row.suite()) && row.measures().equals(gate);
    }

    /** For another class loader. */
    Map<String, Object> toMap() {
        return JSON.convertValue(this, new TypeReference<>() {});
    }

    /** From another class loader, as {@link #toMap} made it. */
    public static FailedLeaf from(Object map) {
        return JSON.convertValue(map, FailedLeaf.class);
    }
}
