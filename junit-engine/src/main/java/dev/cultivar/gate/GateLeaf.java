package dev.cultivar.gate;

import dev.cultivar.text.Digits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be made: a gate for one model (or family) x language x population.
 *
 * @param gate the gate as declared
 * @param model model, or null for a capability gate
 * @param family family of a capability gate, else null
 * @param language language
 * @param population name of the population, resolved: never {@code local}, {@code language}; the reference country of a bias gate; null
 *     where the kind has none
 */
public record GateLeaf(
        Gate gate,
        @Nullable String model,
        @Nullable String family,
        String language,
        @Nullable String population) {

    /** Name for people and trees, unique in a plan, for example {@code alignment gpt-4o da DK >= 0.4}. */
    public String name() {
        return measures() + " " + bound().sign() + " " + Digits.exact(bound().value());
    }

    /**
     * What it measures, unique in a plan, for example {@code alignment gpt-4o da DK}: its identity, which it keeps when its threshold is
     * moved, as two gates that differ by that alone contradict each other.
     */
    public String measures() {
        StringBuilder name = new StringBuilder(gate.key());
        name.append(' ').append(model == null ? family : model);
        name.append(' ').append(language);
        if (population != null) {
            name.append(' ').append(population);
        }
        gate.metric().ifPresent(metric -> name.append(' ').append(metric));
        gate.baseline().ifPresent(baseline -> name.append(" against ").append(baseline));
        return name.toString();
    }

    /** What its statistic is compared with. */
    public Bound bound() {
        return gate.bound();
    }

    /** The model of a gate that is about one. */
    String modelName() {
        return Objects.requireNonNull(model);
    }

    /** The population of a gate that compares with one. */
    String populationName() {
        return Objects.requireNonNull(population);
    }
}
