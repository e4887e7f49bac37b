package dev.cultivar.engine;

import dev.cultivar.run.plan.CellKey;
import org.junit.platform.engine.DiscoverySelector;

/** This engine's own selectors: each stands for one node of its tree. */
final class Selectors {

    private Selectors() {}

    record OfClass(Class<?> type) implements DiscoverySelector {}

    record OfTopic(Class<?> suite, String topic) implements DiscoverySelector {}

    record OfModel(Class<?> suite, String topic, String model) implements DiscoverySelector {}

    record OfCell(Class<?> suite, CellKey cell) implements DiscoverySelector {}

    record OfGates(Class<?> suite) implements DiscoverySelector {}

    record OfGate(Class<?> suite, String gate) implements DiscoverySelector {}

    record OfNoGate(Class<?> suite) implements DiscoverySelector {}

    record OfMistake(Class<?> suite, int number) implements DiscoverySelector {}
}
