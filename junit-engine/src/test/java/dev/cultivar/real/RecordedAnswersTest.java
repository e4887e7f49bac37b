package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.engine.LabRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of small open models, replayed: screened, judged, counted and reported as on the day when they were asked. */
class RecordedAnswersTest {

    @TempDir
    static Path folder;

    private static JsonNode results;
    private static List<JsonNode> responses;
    private static List<String> complaints;

    @BeforeAll
    static void replay() throws IOException {
        LabRun run = new LabRun(folder, Recording.file(folder, "cultivar.yaml"))
                .with("cultivar.store", Recording.store(folder).toString())
                .with("cultivar.prompts", prompts().toString())
                .with("cultivar.models", "coder-1.5b")
                .with("cultivar.mode", "replay");
        complaints = LabRun.complaints(run.of(SmallModelsGate.class));
        results = run.results();
        responses = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out/responses.jsonl"))) {
            responses.add(JsonMapper.builder().build().readTree(line));
        }
    }

    private static Path prompts() throws IOException {
        Recording.file(folder, "prompts/en.yaml");
        return Recording.file(folder, "prompts/pt.yaml").getParent();
    }

    @Test
    void everyAnswerIsFound() {
        assertThat(responses).hasSize(80);
        assertThat(results).isNotNull();
        assertThat(complaints).isNotNull();
    }
}
