package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code cultivar.report.answers=none} keeps what models said out of the whole build folder; {@code all} shows that there was some. */
class WithheldAnswersTest extends AtLab {

    /** In the preamble of every answer but the judge's. */
    private static final String MARK = "zebra-7731";

    private LabRun marked(String answers) {
        lab.tamper = answer -> answer.contains("\"model\":\"judge\"")
                ? answer
                : answer.replace("\"content\":\"", "\"content\":\"" + MARK + "\\n");
        return run().with("cultivar.output", folder.resolve("target/cultivar").toString())
                .with(
                        "cultivar.allure.results",
                        folder.resolve("target/allure-results").toString())
                .with("cultivar.report.answers", answers);
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("target"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<JsonNode> responses() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("target/cultivar/responses.jsonl"))) {
            return lines.map(WithheldAnswersTest::json).toList();
        }
    }

    private static JsonNode json(String line) {
        try {
            return JsonMapper.builder().build().readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noneMeansNowhere() throws IOException {
        LabRun run = marked("all");
        assertThat(complaints(run.of(Suite.class))).isEmpty();
        assertThat(filesWith(MARK))
                .extracting(file -> file.getFileName().toString())
                .contains("responses.jsonl", "report.html")
                .anyMatch(name -> name.endsWith("-attachment.txt"));
        List<JsonNode> shown = responses();
        String statement = shown.get(0).path("statements").path(0).asText();
        assertThat(statement).hasSizeGreaterThan(10);
        assertThat(shown).allMatch(line -> !line.path("withheld").asBoolean(true));

        LabRun withheld = marked("none");
        assertThat(complaints(withheld.of(Suite.class))).isEmpty();

        assertThat(filesWith(MARK)).isEmpty();
        for (JsonNode line : shown) {
            for (JsonNode each : line.path("statements")) {
                assertThat(filesWith(each.asText())).as(each.asText()).isEmpty();
            }
        }
        assertThat(withheld.console())
                .doesNotContain(MARK, statement)
                .contains("read some of the answers in the store");
        assertThat(responses()).hasSameSizeAs(shown).allSatisfy(line -> {
            assertThat(line.path("withheld").asBoolean()).isTrue();
            assertThat(line.path("answer").isNull()).isTrue();
            assertThat(line.path("statements").isNull()).isTrue();
            assertThat(line.path("stances")).hasSize(10);
            assertThat(line.path("outcome").asText()).isEqualTo("SCORED");
        });
    }
}
