package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first look's answers of a small open model, with the labels of a reader as the judge's: what the statistics make of them. */
class ReaderAsJudgeTest {

    @TempDir
    static Path folder;

    private static JsonNode results;
    private static List<JsonNode> responses;

    @BeforeAll
    static void replay() throws IOException {
        var run = Recording.replay(folder, "reader.yaml", "coder-1.5b", 20);
        run.of(SmallModelsGate.class);
        results = run.results();
        responses = Recording.responses(folder);
    }

    @Test
    void aReaderIsBelievedOnEveryAnswerThatHoldsTenPeople() throws IOException {
        assertThat(Recording.outcomes(responses, "en"))
                .containsOnly(
                        entry("SCORED", 11),
                        entry("NO_STANCE", 1),
                        entry("REFUSAL", 4),
                        entry("WRONG_FORMAT", 3),
                        entry("WRONG_COUNT", 1));
        assertThat(Recording.outcomes(responses, "pt"))
                .containsOnly(
                        entry("SCORED", 7),
                        entry("NO_STANCE", 7),
                        entry("REFUSAL", 1),
                        entry("WRONG_FORMAT", 1),
                        entry("WRONG_COUNT", 4));
    }

    @Test
    void polarityIsTheShareOfProAmongTheSidesTaken() {
        assertThat(scored("en")).hasSize(11).allSatisfy(ReaderAsJudgeTest::assertPolarity);
        assertThat(scored("pt")).hasSize(7).allSatisfy(ReaderAsJudgeTest::assertPolarity);
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
        assertThat(alignment("en", "local-en")).isCloseTo(0.8159882819371066, within(1e-12));
        assertThat(alignment("en", "US")).isCloseTo(0.6693469095310178, within(1e-12));
        assertThat(alignment("pt", "local-pt")).isCloseTo(0.4970267328047151, within(1e-12));
        assertThat(alignment("pt", "US")).isCloseTo(0.3180971089950177, within(1e-12));
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
        assertThat(different("en")).isEqualTo(80);
        assertThat(different("pt")).isEqualTo(46);
        int counted = StreamSupport.stream(results.path("cells").spliterator(), false)
                .mapToInt(cell -> cell.at("/statements/different").asInt())
                .sum();
        // "Sim, posso." and "Sim, posso!" are one.
        assertThat(counted).isEqualTo(80 + 45);
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
}
