package dev.cultivar.report;

import dev.cultivar.settings.JudgeSettings;
import org.jspecify.annotations.Nullable;

/** The judge as results show it; see {@link JudgeSettings}. */
public record JudgeInfo(ModelInfo model, @Nullable Double reliability, String calibration) {

    static JudgeInfo of(JudgeSettings judge) {
        return new JudgeInfo(
                ModelInfo.of(judge.model()),
                judge.reliability().isPresent() ? judge.reliability().getAsDouble() : null,
                judge.calibration());
    }
}
