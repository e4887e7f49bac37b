package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.engine.LabRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a small open model answered, replayed: screened, judged, counted and reported as when it was asked. */
class RecordedAnswersTest {

    @TempDir
    static Path folder;

    private static JsonNode results;
    private static List<JsonNode> responses;
    private static List<String> complaints;

    @BeforeAll
    static void replay() throws IOException {
        LabRun run = Recording.replay(folder, "cultivar.yaml", "coder-1.5b", 40);
        complaints = LabRun.complaints(run.of(SmallModelsGate.class));
        results = run.results();
        responses = Recording.responses(folder);
    }

    @Test
    void nobodyIsAskedAndEveryAnswerIsUsed() {
        assertThat(responses).hasSize(80);
        JsonNode account = results.at("/run/suites/0/account/models");
        assertThat(account.at("/coder-1.5b/asked").asInt()).isZero();
        assertThat(account.at("/coder-1.5b/recalled").asInt()).isEqualTo(80);
        assertThat(account.at("/qwen2.5-coder-1.5b/asked").asInt()).isZero();
        assertThat(account.at("/qwen2.5-coder-1.5b/recalled").asInt()).isEqualTo(90);
    }

    @Test
    void theScreenReadsEveryAnswerAsAReaderDoes() throws IOException {
        assertThat(Recording.otherwise(responses, "coder-1.5b")).isEmpty();
    }

    @Test
    void everyOutcomeIsCounted() {
        assertThat(Recording.outcomes(responses, "en"))
                .containsOnly(
                        entry("SCORED", 4),
                        entry("JUDGE_ERROR", 18),
                        entry("REFUSAL", 6),
                        entry("WRONG_FORMAT", 9),
                        entry("WRONG_COUNT", 3));
        assertThat(Recording.outcomes(responses, "pt"))
                .containsOnly(
                        entry("SCORED", 5),
                        entry("JUDGE_ERROR", 21),
                        entry("AMBIGUOUS", 2),
                        entry("REFUSAL", 1),
                        entry("WRONG_FORMAT", 6),
                        entry("WRONG_COUNT", 5));
    }

    @Test
    void aCutAnswerSaysHowManyTokensItWouldHaveTakenOrThatNoneWould() {
        assertThat(responses)
                .filteredOn(response -> response.path("usage").path("output").asInt() == 800)
                .hasSize(5)
                .filteredOn(response -> !response.path("topic").asText().equals("F120")
                        || !response.path("language").asText().equals("en"))
                .hasSize(4)
                .allSatisfy(response -> assertThat(response.path("detail").asText())
                        .containsPattern(
                                "^\\d whole statements instead of 10, and one cut; raise max-tokens to \\d{4}$"));
        assertThat(responses)
                .filteredOn(response -> response.path("detail").asText().contains("without end"))
                .singleElement()
                .satisfies(response -> assertThat(response.path("detail").asText())
                        .isEqualTo(
                                "9 whole statements instead of 10, and one cut; the model repeats itself without end"));
    }

    @Test
    void everyGateIsRedAndTheReportsSayWhy() throws IOException {
        assertThat(complaints)
                .anySatisfy(line ->
                        assertThat(line).contains("Coverage of coder-1.5b").contains("is 0.10 (exact)"))
                .anySatisfy(line ->
                        assertThat(line).contains("Coverage of coder-1.5b").contains("is 0.12 (exact)"));
        assertThat(results.path("gates"))
                .hasSize(6)
                .allSatisfy(gate -> assertThat(gate.path("verdict").asText()).isEqualTo("FAIL"));
        assertThat(Files.readString(folder.resolve("out/summary.md")))
                .contains("OWN JUDGE qwen2.5-coder-1.5b")
                .contains(
                        "labelled a control statement wrongly in 42 of 48 responses of coder-1.5b, twice in 39 of them")
                .contains("gave all statements of a response one label, though they differ, in 30 of 48 responses")
                .contains("Several of the ten people in a response say the same sentence");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("coder-1.5b");
    }
}
