package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemPromptTest extends AtLab {

    @Test
    void aSystemPromptGoesBeforeEveryPromptOfItsModelAndItsAnswersAreOthers() throws IOException {
        assertThat(LabRun.complaints(run().of(Suite.class))).isEmpty();
        int without = lab.calls.get();
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("perfect: {", "perfect: {system: \"Svar kort, og kun på dansk.\", "));

        LabRun run = run();
        assertThat(LabRun.complaints(run.of(Suite.class))).isEmpty();

        List<String> asked = lab.asked.keySet().stream()
                .filter(body -> body.contains("Svar kort"))
                .toList();
        assertThat(asked).hasSize(24).allSatisfy(body -> assertThat(body).contains("perfect-local", "\"system\""));
        assertThat(lab.calls.get()).isGreaterThanOrEqualTo(without + 24);
        assertThat(run.results().at("/run/suites/0/models/0/system").asText()).isEqualTo("Svar kort, og kun på dansk.");
    }
}
