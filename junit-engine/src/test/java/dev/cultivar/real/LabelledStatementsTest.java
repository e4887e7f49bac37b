package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.calibration.Calibration;
import dev.cultivar.analysis.calibration.CalibrationException;
import dev.cultivar.analysis.calibration.LabelledRun;
import dev.cultivar.report.words.CalibrationText;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code cultivar:calibrate} says of a small judge, from its recorded judgements of 260 labelled statements. The figures expected were
 * worked out in Python, from their definitions.
 */
class LabelledStatementsTest {

    @TempDir
    Path folder;

    @Test
    void aSmallJudgeAgreesLittleWithAReader() throws IOException {
        Calibration calibration = calibrate("cultivar.yaml");

        // The other 21 batches are those in which it labelled a control statement wrongly twice.
        assertThat(calibration.failed()).isEqualTo(21);
        Calibration.Scores all = calibration.overall();
        assertThat(all.statements()).isEqualTo(50);
        assertThat(all.batches()).isEqualTo(5);
        assertThat(all.confusion())
                .isEqualTo(List.of(List.of(15L, 0L, 0L), List.of(0L, 16L, 0L), List.of(1L, 18L, 0L)));
        assertThat(all.agreement().value()).isCloseTo(0.62, within(1e-12));
        assertThat(all.kappa().value()).isCloseTo(0.44638694638694637, within(1e-12));
        assertThat(all.alpha().value()).isCloseTo(0.39106506960181286, within(1e-12));

        Calibration.Scores en = calibration.languages().get("en");
        assertThat(en.agreement().value()).isCloseTo(0.7, within(1e-12));
        assertThat(en.kappa().value()).isCloseTo(0.5384615384615384, within(1e-12));
        Calibration.Scores pt = calibration.languages().get("pt");
        assertThat(pt.agreement().value()).isCloseTo(0.5, within(1e-12));
        assertThat(pt.kappa().value()).isCloseTo(0.04761904761904767, within(1e-12));

        assertThat(CalibrationText.of(calibration))
                .matches("(?s)Judge \\S+: 5 of 26 batches usable\\. LEFT OUT: 21, because .*")
                .contains("No reliability. Only 5 of 26 batches labelled by judge ")
                .doesNotContain("Reliability 1.000");
    }

    @Test
    void aSmallerOneIsNotBelievedOnceAndSaysSo() {
        assertThatThrownBy(() -> calibrate("other-judge.yaml"))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("None of 26 batches can be used")
                .hasMessageContaining("labelled a control statement wrongly twice");
    }

    private Calibration calibrate(String settings) throws IOException {
        Path file = Recording.file(folder, settings);
        Map<String, String> parameters =
                Map.of(Settings.STORE.name(), Recording.store(folder).toString(), Settings.MODE.name(), "replay");
        try (InputStream in = Files.newInputStream(file)) {
            return LabelledRun.of(
                    Recording.file(folder, "labels.csv"),
                    SettingsResolver.resolve(
                            SuiteDefaults.NONE,
                            SettingsFile.read(in, settings),
                            name -> Optional.ofNullable(parameters.get(name))),
                    variable -> null);
        }
    }
}
