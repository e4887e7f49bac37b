package dev.cultivar.results;

import dev.cultivar.api.Verdict;
import dev.cultivar.results.provenance.SettingInfo;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Which verdicts make a build red: what {@code cultivar.inconclusive} decides, and nothing else does. */
public enum Redness {
    /** A gate that could not be decided is red: the default, and what any unknown value means. */
    FAILED_OR_INCONCLUSIVE,
    /** A gate that could not be decided is let through. */
    FAILED_ONLY;

    /** Of a run under these settings. */
    public static Redness of(RunSettings settings) {
        return settings.value(Settings.INCONCLUSIVE) == OnInconclusive.PASS ? FAILED_ONLY : FAILED_OR_INCONCLUSIVE;
    }

    /** Of a run whose results were read. */
    public static Redness of(SuiteInfo suite) {
        SettingInfo inconclusive = suite.settings().get("inconclusive");
        return of(inconclusive == null ? null : inconclusive.value());
    }

    private static Redness of(@Nullable Object inconclusive) {
        return "pass".equals(inconclusive) ? FAILED_ONLY : FAILED_OR_INCONCLUSIVE;
    }

    /** Whether a gate of this verdict makes the build red. */
    public boolean isRed(Verdict verdict) {
        return switch (verdict) {
            case PASS -> false;
            case FAIL -> true;
            case INCONCLUSIVE -> this == FAILED_OR_INCONCLUSIVE;
        };
    }
}
