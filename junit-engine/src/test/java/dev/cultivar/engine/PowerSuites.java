package dev.cultivar.engine;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Suites of {@link DryRunTest}; apart from it, since Surefire would run them with it. */
final class PowerSuites {

    private PowerSuites() {}

    @CulturalSuite(models = "baseline/perfect-DK", languages = "da", responses = 400)
    @AlignmentGate(population = "DK", min = 0.4)
    @CoverageGate(min = 0.8)
    static class Aligned {
        @CulturalProbe(catalogue = "wvs7")
        void everything() {}
    }

    @CulturalSuite(models = "baseline/perfect-DK", languages = "da", responses = 10)
    @CoverageGate(min = 0.8)
    static class Exact {
        @CulturalProbe("F120")
        void abortion() {}
    }
}
