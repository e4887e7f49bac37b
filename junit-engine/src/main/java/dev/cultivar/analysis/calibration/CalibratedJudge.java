package dev.cultivar.analysis.calibration;

import dev.cultivar.settings.BaselineModels;
import dev.cultivar.settings.JudgeSettings;
import dev.cultivar.settings.Parameters;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

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
        Setting<String> folder = settings.others().get(Parameters.BASEDIR);
        Path file = Path.of(folder == null ? "" : folder.value()).resolve(judge.calibration());
        return OptionalDouble.of(
                Calibration.read(file, judge.model().wireName()).reliability());
    }

    /** Why the run must not start, a line each: an unusable calibration, or none where one is required. */
    public static List<String> problems(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        Setting<String> required = settings.others().get(Parameters.REQUIRE_CALIBRATION);
        boolean builtIn = judge.model().endpoint().equals(BaselineModels.ENDPOINT);
        if (judge.calibration().isEmpty()) {
            return required != null && !required.value().equals("false") && !builtIn
                    ? List.of("judge " + judge.model().wireName() + " is not calibrated and "
                            + Parameters.REQUIRE_CALIBRATION
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
