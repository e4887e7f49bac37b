package dev.cultivar.gate;

import java.util.List;
import java.util.Optional;

/**
 * A gate as a suite declares it.
 *
 * @param kind what it looks at
 * @param population name of a population, {@code local}, {@code language} or {@code global}; empty where the kind
 *     has none
 * @param reference reference country of a bias gate; empty for other kinds
 * @param threshold the bound; a margin for {@link Kind#REGRESSION}
 * @param metric metric of an alignment gate; {@code paired} or {@code ols} for a bias gate; else empty
 * @param family family of a capability gate; else empty
 * @param baseline path of the baseline run of a regression gate; else empty
 * @param baselineRequired whether a missing baseline fails
 * @param models models it holds for; empty for all
 * @param languages languages it holds for; empty for all
 */
public record GateSpec(
        Kind kind,
        Optional<String> population,
        Optional<String> reference,
        double threshold,
        Optional<String> metric,
        Optional<String> family,
        Optional<String> baseline,
        boolean baselineRequired,
        List<String> models,
        List<String> languages) {

    public GateSpec {
        models = List.copyOf(models);
        languages = List.copyOf(languages);
    }

    /** What a gate looks at, and on which side of the threshold it passes. */
    public enum Kind {
        ALIGNMENT(true),
        BIAS(false),
        CONSISTENCY(true),
        COVERAGE(true),
        REGRESSION(true),
        CAPABILITY(true);

        private final boolean atLeast;

        Kind(boolean atLeast) {
            this.atLeast = atLeast;
        }

        /** Whether it passes at or above its threshold, rather than at or below. */
        public boolean atLeast() {
            return atLeast;
        }
    }
}
