package dev.cultivar.gate.facts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom one decision is about.
 *
 * @param model name of the model, or null for a gate on a family
 * @param family name of the family, or null for a gate on one model
 * @param language language
 * @param population name of the population, resolved, so never {@code local} or {@code language}; the reference country of a bias gate;
 *     null where the kind has none
 */
public record GateSubject(
        @Nullable String model,
        @Nullable String family,
        String language,
        @Nullable String population) {

    public static GateSubject ofModel(String model, String language, @Nullable String population) {
        return new GateSubject(model, null, language, population);
    }

    public static GateSubject ofFamily(String family, String language) {
        return new GateSubject(null, family, language, null);
    }

    /** The model, for a gate that is about one. */
    public String modelName() {
        return Objects.requireNonNull(model);
    }

    /** The population, for a gate that compares with one. */
    public String populationName() {
        return Objects.requireNonNull(population);
    }
}
