package dev.cultivar.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibratedJudgeTest {

    private static final String OWN_JUDGE = """
        endpoints:
          lab: {base-url: "http://localhost:1/v1"}
        models:
          big: {endpoint: lab, model: gpt-4o}
          small: {endpoint: lab, model: gpt-4o-mini}
        judge:
          endpoint: lab
          model: gpt-4o
        """;

    @Test
    void nothingIsDemandedUnlessARunSaysSo() {
        assertThat(CalibratedJudge.problems(settings(OWN_JUDGE, ""))).isEmpty();
    }

    @Test
    void aJudgeThatIsOneOfTheModelsIsRefusedWhereItMustBeIndependent() {
        assertThat(CalibratedJudge.problems(settings(OWN_JUDGE, "independent-judge")))
                .containsExactly("judge gpt-4o is itself one of the models, big, and cultivar.require has"
                        + " independent-judge; name another model under judge.");
        assertThat(CalibratedJudge.problems(
                        settings(OWN_JUDGE.replace("model: gpt-4o\n", "model: o3\n"), "independent-judge")))
                .isEmpty();
    }

    @Test
    void anEndpointUnderAnotherNameIsTheSame() {
        String twice = OWN_JUDGE
                .replace("models:\n", "  too: {base-url: \"http://localhost:1/v1\"}\nmodels:\n")
                .replace("  endpoint: lab\n", "  endpoint: too\n");
        assertThat(CalibratedJudge.own(settings(twice, ""))).containsExactly("big");
        assertThat(CalibratedJudge.own(settings(
                        twice.replace(
                                "{base-url: \"http://localhost:1/v1\"}\nmodels",
                                "{base-url: \"http://localhost:2/v1\"}\nmodels"),
                        "")))
                .isEmpty();
    }

    @Test
    void aJudgeThatNobodyComparedWithPeopleIsRefusedWhereACalibrationIsDemanded() {
        assertThat(CalibratedJudge.problems(settings(OWN_JUDGE, "telling, calibration")))
                .containsExactly("judge gpt-4o is not calibrated and cultivar.require has calibration; run"
                        + " cultivar:calibrate and name its result under judge.calibration.");
    }

    private static RunSettings settings(String yaml, String require) {
        SettingsFile file =
                SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
        return SettingsResolver.resolve(SuiteDefaults.NONE, file, key -> switch (key) {
            case "cultivar.models" -> Optional.of("big,small");
            case "cultivar.require" -> Optional.of(require).filter(text -> !text.isEmpty());
            default -> Optional.empty();
        });
    }
}
