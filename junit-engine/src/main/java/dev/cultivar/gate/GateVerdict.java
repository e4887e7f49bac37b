package dev.cultivar.gate;

import dev.cultivar.api.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one gate says of one model x language x population: an entry of {@code gates[]}.
 *
 * @param kind what it looked at
 * @param model model, or null for a capability gate
 * @param family family of a capability gate, or null
 * @param language language
 * @param population population compared with, or null
 * @param threshold the bound as declared
 * @param estimate the statistic, NaN where there is none
 * @param lower lower bound, NaN where there is none
 * @param upper upper bound, NaN where there is none
 * @param confidence level of the interval
 * @param n responses it rests on
 * @param verdict the decision, made on unrounded values
 * @param message one line: statistic, interval, threshold, n, and what to do
 */
public record GateVerdict(
        GateSpec.Kind kind,
        @Nullable String model,
        @Nullable String family,
        @Nullable String language,
        @Nullable String population,
        double threshold,
        double estimate,
        double lower,
        double upper,
        double confidence,
        long n,
        Verdict verdict,
        String message) {}
