package dev.cultivar.history;

import org.jspecify.annotations.Nullable;

/**
 * A gate without its threshold; two runs have the same gate if their keys are equal.
 *
 * @param kind the kind's word, for example {@code alignment}
 * @param model name of the model, or null for a gate on a family
 * @param family name of the family, or null for a gate on one model
 * @param population whom it compares with, or null
 * @param metric if it is not the usual one of its kind, else null
 * @param estimand the question that the gate itself names, or null
 * @param baseline path of the earlier run that it compares with, or null
 */
public record GateKey(
        String kind,
        @Nullable String model,
        @Nullable String family,
        String language,
        @Nullable String population,
        @Nullable String metric,
        @Nullable String estimand,
        @Nullable String baseline) {

    /** The same gate on another model. */
    GateKey ofModel(String other) {
        return new GateKey(kind, other, family, language, population, metric, estimand, baseline);
    }
}
