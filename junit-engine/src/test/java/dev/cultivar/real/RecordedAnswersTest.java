package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.engine.LabRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
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
        LabRun run = Recording.replay(folder, "coder-1.5b", 40);
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
        assertThat(account.at("/qwen2.5-coder-1.5b/recalled").asInt()).isEqualTo(78);
    }

    @Test
    void theScreenReadsAlmostEveryAnswerAsAReaderDoes() throws IOException {
        // Ten listeners of whom six end with a question; interviews, whose questions are no answers, end so too.
        assertThat(Recording.otherwise(responses, "coder-1.5b")).containsExactly("pt H009 2 WRONG_FORMAT");
    }

    @Test
    void outcomesAreThoseThatWereCountedByHand() {
        assertThat(Recording.outcomes(responses, "en"))
                .containsOnly(
                        entry("SCORED", 15),
                        entry("NO_STANCE", 1),
                        entry("JUDGE_ERROR", 9),
                        entry("REFUSAL", 6),
                        entry("WRONG_FORMAT", 6),
                        entry("WRONG_COUNT", 3));
        assertThat(Recording.outcomes(responses, "pt"))
                .containsOnly(
                        entry("SCORED", 20),
                        entry("JUDGE_ERROR", 5),
                        entry("AMBIGUOUS", 2),
                        entry("REFUSAL", 1),
                        entry("WRONG_FORMAT", 7),
                        entry("WRONG_COUNT", 5));
    }

    @Test
    void aCutAnswerSaysHowManyTokensItWouldHaveTaken() {
        assertThat(responses)
                .filteredOn(response -> response.path("usage").path("output").asInt() == 800)
                .hasSize(5)
                .allSatisfy(response -> assertThat(response.path("detail").asText())
                        .containsPattern(
                                "^\\d whole statements instead of 10, and one cut; raise max-tokens to \\d{4}$"));
    }

    @Test
    void polarityIsTheShareOfProAmongTheSidesTaken() {
        assertThat(scored("en")).hasSize(15).allSatisfy(RecordedAnswersTest::assertPolarity);
        assertThat(scored("pt")).hasSize(20).allSatisfy(RecordedAnswersTest::assertPolarity);
    }

    private static void assertPolarity(JsonNode response) {
        long pro = stances(response, "PRO");
        long con = stances(response, "CON");
        assertThat(response.path("polarity").asDouble()).isCloseTo((double) pro / (pro + con), within(1e-12));
    }

    private static long stances(JsonNode response, String stance) {
        return StreamSupport.stream(response.path("stances").spliterator(), false)
                .filter(given -> given.asText().equals(stance))
                .count();
    }

    private static List<JsonNode> scored(String language) {
        return responses.stream()
                .filter(response -> response.path("language").asText().equals(language))
                .filter(response -> response.path("outcome").asText().equals("SCORED"))
                .toList();
    }

    /** Worked out with twenty lines of Python from responses.jsonl and the table of populations. */
    @Test
    void alignmentIsTheRankCorrelationThatPythonFinds() {
        assertThat(alignment("en", "local-en")).isCloseTo(-0.05147484992035728, within(1e-12));
        assertThat(alignment("en", "US")).isCloseTo(0.12501034980658196, within(1e-12));
        assertThat(alignment("pt", "local-pt")).isCloseTo(0.6888522571745272, within(1e-12));
        assertThat(alignment("pt", "US")).isCloseTo(0.48187692700259854, within(1e-12));
    }

    private static double alignment(String language, String population) {
        return StreamSupport.stream(results.path("results").spliterator(), false)
                .filter(row -> row.path("statistic").asText().equals("alignment"))
                .filter(row -> row.path("language").asText().equals(language))
                .filter(row -> row.path("population").asText().equals(population))
                .findFirst()
                .orElseThrow()
                .path("estimate")
                .asDouble();
    }

    @Test
    void sentencesThatSeveralPeopleSayAreCounted() {
        assertThat(different("en")).isEqualTo(95);
        assertThat(different("pt")).isEqualTo(145);
        int counted = StreamSupport.stream(results.path("cells").spliterator(), false)
                .mapToInt(cell -> cell.at("/statements/different").asInt())
                .sum();
        // "Sim, posso." and "Sim, posso!" are one.
        assertThat(counted).isEqualTo(95 + 144);
    }

    private static int different(String language) {
        return scored(language).stream()
                .mapToInt(response -> {
                    Set<String> said = new HashSet<>();
                    response.path("statements").forEach(statement -> said.add(statement.asText()));
                    return said.size();
                })
                .sum();
    }

    @Test
    void everyGateIsRedAndTheReportsSayWhy() throws IOException {
        assertThat(complaints)
                .anySatisfy(line ->
                        assertThat(line).contains("Coverage of coder-1.5b").contains("is 0.38 (exact)"))
                .anySatisfy(line ->
                        assertThat(line).contains("Coverage of coder-1.5b").contains("is 0.50 (exact)"));
        assertThat(results.path("gates"))
                .hasSize(6)
                .allSatisfy(gate -> assertThat(gate.path("verdict").asText()).isEqualTo("FAIL"));
        assertThat(Files.readString(folder.resolve("out/summary.md")))
                .contains("OWN JUDGE qwen2.5-coder-1.5b")
                .contains(
                        "labelled a control statement wrongly in 28 of 50 responses of coder-1.5b, in 14 of them twice")
                .contains("Several of the ten people in a response say the same sentence");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("coder-1.5b");
    }
}
