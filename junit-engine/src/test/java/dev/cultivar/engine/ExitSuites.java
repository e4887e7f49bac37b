package dev.cultivar.engine;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;

/** Suites of {@link ExitRunTest}, run in a process that they end. */
final class ExitSuites {

    private ExitSuites() {}

    @CulturalSuite(languages = "da", responses = 64)
    @DistinctGate(min = 0.3)
    static class InAProbe {
        @CulturalProbe("F120")
        void abortion(CellResult cell) {
            System.exit(0);
        }

        @CulturalProbe(catalogue = "paper")
        void values() {}
    }
}
