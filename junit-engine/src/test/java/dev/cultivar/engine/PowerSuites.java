package dev.cultivar.engine;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DriftGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.service.DryRunTest;

/** Suites of {@link DryRunTest}; apart from it, since Surefire would run them with it. */
public final class PowerSuites {

    private PowerSuites() {}

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 400)
    @AlignmentGate(population = "DK", min = 0.4)
    @CoverageGate(min = 0.8)
    public static class Aligned {
        @CulturalProbe(catalogue = "wvs7")
        void everything() {}
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 10)
    @CoverageGate(min = 0.8)
    public static class Exact {
        @CulturalProbe("F120")
        void abortion() {}
    }

    @CulturalSuite(
            models = "planted/perfect-DK",
            languages = {"da", "nl"})
    @RegressionGate(baseline = "baselines/v1.json", margin = 0.1)
    @DriftGate(baseline = "baselines/v1.json", required = false)
    public static class Regressing {
        @CulturalProbe(catalogue = "paper")
        void everything() {}
    }
}
