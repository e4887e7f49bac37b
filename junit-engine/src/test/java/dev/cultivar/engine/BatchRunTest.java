package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.service.BatchRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole runs whose answers come from batch files. */
class BatchRunTest extends AtLab {

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 12)
    @CoverageGate(min = 0.8)
    static class Suite {
        @CulturalProbe({"F118", "F120"})
        void topics() {}
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> parameters = new HashMap<>();

    @BeforeEach
    void prepare() {
        parameters.put("cultivar.config", settings.toString());
        parameters.put("cultivar.models", "perfect,uniform");
        parameters.put("cultivar.store", folder.resolve("responses.db").toString());
    }

    /** Four looks of 64 responses; the first decides. */
    @CulturalSuite(languages = "da", responses = 256)
    @AlignmentGate(population = "DK", min = 0.2)
    static class Clear {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    private String perform(BatchRun.Step step) {
        return perform(step, Suite.class);
    }

    private String perform(BatchRun.Step step, Class<?> suite) {
        return BatchRun.perform(
                step,
                List.of(suite.getName()),
                key -> Optional.ofNullable(parameters.get(key)),
                folder.resolve("batches"));
    }

    /** Answers every file that has no results yet, as a provider would; every so many requests expire. */
    private void answerFiles(int everyThatExpires) throws Exception {
        for (Path file : requestFiles()) {
            Path results = Path.of(file.toString().replaceAll("\\.jsonl$", ".results.jsonl"));
            if (Files.exists(results)) {
                continue;
            }
            List<String> lines = new ArrayList<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                JsonNode request = json.readTree(line);
                ObjectNode result = json.createObjectNode()
                        .put("custom_id", request.path("custom_id").asText());
                if (++number % everyThatExpires == 0) {
                    result.putNull("response");
                    result.putObject("error").put("code", "batch_expired").put("message", "too late");
                } else {
                    ObjectNode response = result.putObject("response").put("status_code", 200);
                    response.set("body", json.readTree(post(request.path("body").toString())));
                    result.putNull("error");
                }
                lines.add(result.toString());
            }
            Files.write(results, lines);
        }
    }

    private List<Path> requestFiles() throws IOException {
        try (var files = Files.walk(folder.resolve("batches"))) {
            return files.filter(file -> file.toString().matches(".*-\\d{4}\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private String post(String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lab.port() + "/v1/chat/completions"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private LabRun run(String output) {
        return new LabRun(folder, settings)
                .with("cultivar.models", "perfect,uniform")
                .with("cultivar.output", folder.resolve(output).toString());
    }

    private JsonNode results(String output) throws IOException {
        return json.readTree(folder.resolve(output).resolve("results.json").toFile());
    }

    @Test
    void afterAnswersAndJudgementsCameInBatchesAReplayFindsWhatALiveRunFinds() throws Exception {
        assertThat(perform(BatchRun.Step.EXPORT))
                .contains("0 responses are complete", "48 wait", "Next: cultivar:batch-submit");
        assertThat(lab.calls).hasValue(0);
        int rounds = 0;
        while (requestFiles().size() > rounds) {
            rounds = requestFiles().size();
            answerFiles(5);
            perform(BatchRun.Step.IMPORT);
            perform(BatchRun.Step.EXPORT);
        }
        assertThat(perform(BatchRun.Step.EXPORT))
                .contains("48 responses are complete", "0 wait", "Nothing is left to ask")
                .contains("-Dcultivar.mode=replay");
        int asked = lab.calls.get();

        assertThat(complaints(run("replayed")
                        .with("cultivar.mode", "replay")
                        .withoutKey()
                        .of(Suite.class)))
                .isEmpty();
        assertThat(lab.calls).hasValue(asked);

        run("live")
                .with("cultivar.store", folder.resolve("other.db").toString())
                .of(Suite.class);
        assertThat(results("replayed").path("cells")).isEqualTo(results("live").path("cells"));
        assertThat(results("replayed").path("results"))
                .isEqualTo(results("live").path("results"));
    }

    @Test
    void oneLookIsExportedAfterTheOtherAndNoneAfterTheGatesAreDecided() throws Exception {
        parameters.put("cultivar.models", "perfect");
        assertThat(perform(BatchRun.Step.EXPORT, Clear.class)).contains("0 responses are complete", "64 wait");
        for (int round = 0; round < 2; round++) {
            answerFiles(1_000);
            perform(BatchRun.Step.IMPORT, Clear.class);
            perform(BatchRun.Step.EXPORT, Clear.class);
        }

        assertThat(perform(BatchRun.Step.EXPORT, Clear.class))
                .contains("64 responses are complete", "0 wait", "Nothing is left to ask");
        assertThat(complaints(run("replayed")
                        .with("cultivar.models", "perfect")
                        .with("cultivar.mode", "replay")
                        .of(Clear.class)))
                .isEmpty();
        assertThat(results("replayed").at("/gates/0/facts/look/number").asInt()).isEqualTo(1);
        assertThat(lab.calls.get()).isLessThanOrEqualTo(128);
    }

    @Test
    void whatWasAskedLiveIsNotExported() throws Exception {
        run("live").of(Suite.class);
        assertThat(perform(BatchRun.Step.EXPORT)).contains("48 responses are complete", "0 wait");
        assertThat(requestFiles()).isEmpty();
    }

    @Test
    void answersInMemoryAreRefused() {
        parameters.put("cultivar.store", "memory");
        assertThatThrownBy(() -> perform(BatchRun.Step.EXPORT)).hasMessageContaining("cultivar.store");
    }

    @Test
    void aSuiteOfBuiltInModelsNeedsNoBatch() {
        parameters.put("cultivar.models", "planted/uniform");
        assertThatThrownBy(() -> perform(BatchRun.Step.EXPORT)).hasMessageContaining("need no batch");
    }
}
