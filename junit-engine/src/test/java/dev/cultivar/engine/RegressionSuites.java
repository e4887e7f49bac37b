package dev.cultivar.engine;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CapabilityGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;

/** Suites of {@link RegressionGatesTest} and {@link RecomputedRunTest}; apart from them, since Surefire would run them with them. */
final class RegressionSuites {

    private RegressionSuites() {}

    @CulturalSuite(
            models = {"m1", "m2", "m3", "m4", "m5", "m6"},
            languages = {"da", "nl", "pt"},
            responses = 64,
            seed = 3)
    @CapabilityGate(family = "fam", languages = "da", min = -0.5)
    @CapabilityGate(family = "fam", languages = "nl", min = 3)
    @CapabilityGate(family = "fam", languages = "pt", min = 0.3)
    static class Capable {
        @CulturalProbe(catalogue = "paper")
        void values() {}
    }

    @CulturalSuite(
            models = {"american", "dutch", "both", "planted/uniform"},
            languages = "nl",
            responses = 128,
            seed = 3)
    @BiasGate(method = BiasGate.Method.OLS, models = "american", max = -0.15)
    @BiasGate(method = BiasGate.Method.OLS, models = "dutch", max = 0.3)
    @BiasGate(method = BiasGate.Method.OLS, models = "both", max = 0)
    static class Biased {
        @CulturalProbe(catalogue = "paper")
        void values() {}
    }

    @CulturalSuite(
            models = {"planted/perfect-BR", "planted/mix-US50-NL50", "planted/uniform"},
            languages = {"nl", "pt"},
            responses = 64)
    @DistinctGate(min = 0.3)
    static class Distinct {
        @CulturalProbe(catalogue = "paper")
        void values() {}
    }
}
