package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.service.LivePipeline;
import dev.cultivar.settings.Settings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Built-in models that answer nothing of use, asked through the whole engine over real HTTP: every leaf is red. */
class RedRunTest {

    @TempDir
    private Path output;

    /** One topic in Danish. */
    @CulturalSuite(models = "planted/refuser", languages = "da", responses = 2)
    @CoverageGate(min = 0.1)
    static class OneTopic {
        @CulturalProbe("F120")
        void abortion() {}
    }

    @ParameterizedTest
    @CsvSource({"planted/refuser, REFUSAL 2", "planted/english-only, WRONG_LANGUAGE 2"})
    void nothingScoredIsRedInTheCellAndInTheGate(String model, String why) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Desk desk = new Desk(new CultivarTestEngine(new LivePipeline(name -> null, nowhere, Backoff.DEFAULT)))
                .with(Settings.MODELS.name(), model)
                .with(Settings.ALLURE.name(), "none")
                .with(Settings.OUTPUT.name(), output.toString());

        desk.run(selectClass(OneTopic.class));

        assertThat(desk.passed).isEmpty();
        assertThat(desk.failed).hasSize(2);
        assertThat(desk.failures)
                .satisfiesExactly(
                        cell -> assertThat(cell).contains("None of the 2 responses", why),
                        gate -> assertThat(gate).contains("Coverage of " + model, "FAIL"));
    }
}
