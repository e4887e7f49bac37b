package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponsesJsonlTest {

    @TempDir
    Path output;

    @Test
    void aResponseIsOneLineWithAllThatIsKnownOfIt() throws IOException {
        List<JsonNode> lines = lines("1. God.\n2. Ond.\u2028\r\n");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("answer").asText()).isEqualTo("1. God.\n2. Ond.\u2028\r\n");
        assertThat(lines.get(0).path("prompt").asText()).isEqualTo("Skriv om abort");
        assertThat(lines.get(0).path("stances").toString()).isEqualTo("[\"PRO\",\"CON\"]");
        assertThat(lines.get(0).path("polarity").asDouble()).isEqualTo(0.5);
        assertThat(lines.get(1).path("polarity").isNull()).isTrue();
        assertThat(lines.get(1).path("outcome").asText()).isEqualTo("REFUSAL");
    }

    @Test
    void anAnswerWithHalfACharacterReadsBackAsItWas() throws IOException {
        assertThat(lines("broken \uD83D emoji").get(0).path("answer").asText()).isEqualTo("broken \uD83D emoji");
    }

    @Test
    void controlCharactersAreEscaped() throws IOException {
        lines("\u001B[31m \u0000");

        assertThat(Files.readString(output.resolve("responses.jsonl"))).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    }

    private List<JsonNode> lines(String answer) throws IOException {
        new Reports().answer(answer).write(output);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readString(output.resolve("responses.jsonl")).split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
