package dev.cultivar.analysis.calibration;

import dev.cultivar.settings.JudgeSettings;
import dev.cultivar.settings.PlantedModels;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** What a run's settings say of its judge's calibration. */
public final class CalibratedJudge {

    private CalibratedJudge() {}

    /**
     * The judge's reliability: from its calibration where the settings name one, else as the settings give it.
     *
     * @throws CalibrationException where the named calibration cannot be used
     */
    public static OptionalDouble reliability(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        if (judge.calibration().isEmpty()) {
            return judge.reliability();
        }
        return OptionalDouble.of(calibration(settings).reliability());
    }

    /**
     * The judge's errors by language, for every language of the run; empty without a calibration.
     *
     * @throws CalibrationException where the named calibration cannot be used
     */
    public static SortedMap<String, JudgeErrors> errors(RunSettings settings) {
        return settings.judge().value().calibration().isEmpty()
                ? Collections.emptySortedMap()
                : calibration(settings).errors();
    }

    /** Whether the judge was compared with people, or is the built-in one, which knows what the built-in models meant. */
    public static boolean known(JudgeSettings judge) {
        return !judge.calibration().isEmpty() || judge.model().endpoint().equals(PlantedModels.ENDPOINT);
    }

    private static Calibration calibration(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        Path file = settings.value(Settings.BASEDIR).resolve(judge.calibration());
        Calibration calibration = Calibration.read(file, judge.model().wireName());
        List<String> without = settings.value(Settings.LANGUAGES).stream()
                .filter(language -> !calibration.languages().containsKey(language))
                .toList();
        if (!without.isEmpty()) {
            throw new CalibrationException("Calibration " + file + " has no labels in " + String.join(", ", without)
                    + ", only in " + String.join(", ", calibration.languages().keySet())
                    + "; label statements in every language of the run and run cultivar:calibrate again.");
        }
        return calibration;
    }

    /** Why the run must not start, a line each: an unusable calibration, or none where one is required. */
    public static List<String> problems(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        if (judge.calibration().isEmpty()) {
            return settings.value(Settings.REQUIRE_CALIBRATION) && !known(judge)
                    ? List.of("judge " + judge.model().wireName() + " is not calibrated and "
                            + Settings.REQUIRE_CALIBRATION.name()
                            + " is set; run cultivar:calibrate and name its result under judge.calibration.")
                    : List.of();
        }
        try {
            reliability(settings);
            return List.of();
        } catch (CalibrationException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
