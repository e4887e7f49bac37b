package dev.cultivar.engine;

import dev.cultivar.run.plan.CellKey;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuiteClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;

/** Reads unique ids, starting at the engine's own segment, which is not the first one inside a {@code @Suite}. */
final class UniqueIds {

    private final UniqueId engine;
    private final Suites suites;

    UniqueIds(UniqueId engine, Suites suites) {
        this.engine = engine;
        this.suites = suites;
    }

    /** The node that the id names, if there is one. */
    Optional<DiscoverySelector> parse(UniqueId id) {
        if (!id.hasPrefix(engine)) {
            return Optional.empty();
        }
        List<Segment> segments = id.getSegments()
                .subList(engine.getSegments().size(), id.getSegments().size());
        int suite = -1;
        for (int i = 0; i < segments.size(); i++) {
            String type = segments.get(i).getType();
            if (type.equals(Segments.SUITE) || type.equals(Segments.GROUP)) {
                suite = i;
            }
        }
        if (suite < 0) {
            return Optional.empty();
        }
        List<Segment> rest = segments.subList(suite + 1, segments.size());
        return ReflectionSupport.tryToLoadClass(segments.get(suite).getValue())
                .toOptional()
                .filter(SuiteClasses::concern)
                .flatMap(type -> rest.isEmpty() ? Optional.of(new Selectors.OfClass(type)) : within(type, rest));
    }

    private Optional<DiscoverySelector> within(Class<?> type, List<Segment> rest) {
        if (!SuiteClasses.isSuite(type)) {
            return Optional.empty();
        }
        if (!suites.mistakes(type).isEmpty()) {
            return Optional.of(new Selectors.OfClass(type));
        }
        List<String> types = new ArrayList<>();
        List<String> values = new ArrayList<>();
        rest.forEach(segment -> {
            types.add(segment.getType());
            values.add(segment.getValue());
        });
        return suites.find(type).flatMap(suite -> switch (String.join("/", types)) {
            case "topic" -> topic(suite, values.get(0)).map(topic -> new Selectors.OfTopic(type, topic));
            case "topic/model" ->
                topic(suite, values.get(0))
                        .filter(topic -> suite.models().contains(values.get(1)))
                        .map(topic -> new Selectors.OfModel(type, topic, values.get(1)));
            case "topic/model/language" ->
                topic(suite, values.get(0))
                        .map(topic -> new CellKey(topic, values.get(1), values.get(2)))
                        .filter(cell -> suite.cells(cell.topic()).contains(cell))
                        .map(cell -> new Selectors.OfCell(type, cell));
            case "gates" -> gates(type, suite);
            case "gates/gate" -> gate(type, suite, values.get(1));
            case "gates/no-gate" ->
                suite.decidesNothing() ? Optional.of(new Selectors.OfNoGate(type)) : Optional.empty();
            default -> Optional.<DiscoverySelector>empty();
        });
    }

    private static Optional<String> topic(PlannedSuite suite, String topic) {
        return Optional.of(topic).filter(suite.probes()::containsKey);
    }

    private Optional<DiscoverySelector> gates(Class<?> type, PlannedSuite suite) {
        suite.gates().forEach(gate -> suites.askedGates(type).add(gate.measures()));
        return Optional.of(new Selectors.OfGates(type));
    }

    private Optional<DiscoverySelector> gate(Class<?> type, PlannedSuite suite, String id) {
        return suite.gates().stream()
                .filter(gate -> gate.measures().equals(id))
                .findFirst()
                .map(gate -> {
                    suites.askedGates(type).add(id);
                    return new Selectors.OfGate(type, id);
                });
    }
}
