package dev.cultivar.gate;

import dev.cultivar.text.Digits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be made: a gate for one model (or family) x language x population.
 *
 * @param spec the gate as declared
 * @param model model, or null for a capability gate
 * @param family family of a capability gate, else null
 * @param language language
 * @param population name of the population, resolved: never {@code local}, {@code language}; the reference country of a bias gate; null
 *     where the kind has none
 */
public record GateLeaf(
        GateSpec spec,
        @Nullable String model,
        @Nullable String family,
        String language,
        @Nullable String population) {

    /** Name for people and trees, unique in a plan, for example {@code alignment gpt-4o da DK >= 0.4}. */
    public String name() {
        return measures() + (spec.kind().atLeast() ? " >= " : " <= ") + Digits.exact(bound());
    }

    /**
     * What it measures, unique in a plan, for example {@code alignment gpt-4o da DK}: its identity, which it keeps when its threshold is
     * moved, as two gates that differ by that alone contradict each other.
     */
    public String measures() {
        StringBuilder name = new StringBuilder(spec.kind().name().toLowerCase(java.util.Locale.ROOT));
        name.append(' ').append(model == null ? family : model);
        name.append(' ').append(language);
        if (population != null) {
            name.append(' ').append(population);
        }
        metric().ifPresent(metric -> name.append(' ').append(metric));
        spec.baseline().ifPresent(baseline -> name.append(" against ").append(baseline));
        return name.toString();
    }

    /** Its metric, where that is not what gates of its kind use anyway. */
    Optional<String> metric() {
        return spec.metric().filter(metric -> !metric.equals("spearman") && !metric.equals("paired"));
    }

    /** What the statistic is compared with: the threshold, or minus the margin of a regression gate. */
    public double bound() {
        return spec.kind() == GateSpec.Kind.REGRESSION ? 0.0 - spec.threshold() : spec.threshold();
    }
}
