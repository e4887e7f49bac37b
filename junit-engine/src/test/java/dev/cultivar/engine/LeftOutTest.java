package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An endpoint that refuses a setting of a model, as current ones refuse a temperature. */
class LeftOutTest extends AtLab {

    private static final String REFUSAL =
            "{\"error\": {\"message\": \"`temperature` is deprecated for this model.\", \"type\": \"invalid_request_error\"}}";

    @BeforeEach
    void refuseTemperature() throws IOException {
        lab.status = request -> request.contains("\"temperature\"") ? 400 : 200;
        lab.instead = (request, answer) -> request.contains("\"temperature\"") ? REFUSAL : answer;
        Files.writeString(settings, Files.readString(settings).replace("perfect: {", "perfect: {temperature: 0.7, "));
    }

    @Test
    void itIsLeftOutAndRecordedWhereTheSettingsAllowThat() throws IOException {
        Files.writeString(
                settings,
                Files.readString(settings).replace("retries: 0", "retries: 1, options: {leave-out-refused: true}"));
        LabRun run = run();
        assertThat(LabRun.complaints(run.of(Suite.class))).isEmpty();

        // Those that were under way before the first refusal came.
        assertThat(lab.asked.keySet().stream().filter(body -> body.contains("\"temperature\"")))
                .hasSizeBetween(1, 8);
        assertThat(run.results().at("/run/suites/0/backends/perfect/0").asText())
                .endsWith(" without temperature");
        assertThat(run.console()).contains("Backend of perfect: ", " without temperature");

        int asked = lab.calls.get();
        LabRun again = run().with("cultivar.canary", "0");
        again.of(Suite.class);
        assertThat(lab.calls).hasValue(asked);
        assertThat(again.results().at("/run/suites/0/backends/perfect/0").asText())
                .endsWith(" without temperature");
    }

    @Test
    void elseTheMessageNamesTheLineToDelete() {
        assertThat(LabRun.complaints(run().of(Suite.class))).anySatisfy(line -> assertThat(line)
                .contains("in cultivar.yaml, delete 'temperature' from the entry of perfect"));
    }
}
