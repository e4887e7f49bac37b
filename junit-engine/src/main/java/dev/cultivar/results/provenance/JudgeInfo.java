package dev.cultivar.results.provenance;

import dev.cultivar.analysis.calibration.CalibratedJudge;
import dev.cultivar.settings.JudgeSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.text.Decimals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judge as results show it; see {@link JudgeSettings}.
 *
 * @param calibrated whether its stances were compared with people's, or it is the built-in judge
 * @param reliability what self-consistency is divided by, or null
 * @param calibration path of the calibration's result, or empty
 * @param own names of the tested models that are also the judge
 */
public record JudgeInfo(
        ModelInfo model, boolean calibrated, @Nullable Double reliability, String calibration, List<String> own) {

    public static JudgeInfo of(RunSettings settings) {
        JudgeSettings judge = settings.judge().value();
        return new JudgeInfo(
                ModelInfo.of(judge.model()),
                CalibratedJudge.known(judge),
                Decimals.orNull(CalibratedJudge.reliability(settings)),
                judge.calibration(),
                CalibratedJudge.own(settings));
    }
}
