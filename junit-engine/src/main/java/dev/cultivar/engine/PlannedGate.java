package dev.cultivar.engine;

import dev.cultivar.gate.GateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One gate for one model x language x population: a leaf.
 *
 * @param id unique in its suite, the same in every run
 * @param spec the gate as declared
 * @param model model it looks at; empty for a capability gate
 * @param language language it looks at
 * @param population population compared with, where the kind has one
 */
record PlannedGate(
        String id, GateSpec spec, Optional<String> model, Optional<String> language, Optional<String> population) {

    /** For people: {@code alignment >= 0.4, gpt-4o, da, DK}. */
    String name() {
        List<String> parts = new ArrayList<>();
        parts.add(kind() + " " + bound());
        spec.family().ifPresent(parts::add);
        model.ifPresent(parts::add);
        language.ifPresent(parts::add);
        population.ifPresent(parts::add);
        return parts.stream().collect(Collectors.joining(", "));
    }

    String kind() {
        return spec.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** For example {@code >= 0.4}; a regression's margin is a bound on a loss. */
    String bound() {
        double threshold = spec.kind() == GateSpec.Kind.REGRESSION ? -spec.threshold() : spec.threshold();
        return (spec.kind().atLeast() ? ">= " : "<= ") + threshold;
    }
}
