package dev.cultivar.results;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;

/** Which verdicts make a build red, as decided by {@code cultivar.inconclusive} alone. */
public enum Redness {
    /** An inconclusive gate is red. The default, and the meaning of any unknown value. */
    FAILED_OR_INCONCLUSIVE,
    /** An inconclusive gate is let through. */
    FAILED_ONLY;

    /** The rule of a run with these settings. */
    public static Redness of(RunSettings settings) {
        return of(settings.value(Settings.INCONCLUSIVE) == OnInconclusive.PASS);
    }

    /** The rule of a run whose results were read from a file. */
    public static Redness of(SuiteInfo suite) {
        return of(suite.had(Settings.INCONCLUSIVE, OnInconclusive.PASS));
    }

    private static Redness of(boolean letsThrough) {
        return letsThrough ? FAILED_ONLY : FAILED_OR_INCONCLUSIVE;
    }

    /** Whether a gate with this verdict makes the build red. */
    public boolean isRed(Verdict verdict) {
        return switch (verdict) {
            case PASS -> false;
            case FAIL -> true;
            case INCONCLUSIVE -> this == FAILED_OR_INCONCLUSIVE;
        };
    }
}
