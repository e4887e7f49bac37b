package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.ReferenceData;
import dev.cultivar.provider.FinishReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers of the forms that users of other tools reported, each with what is right for it; where they are at hand. */
class CollectedCasesTest {

    /** A tag before each statement stays, since it may say more than the statement. */
    private static final Set<String> TAGGED = Set.of("stance-tag-lines");

    @Test
    void everyCaseEndsAsItShould() throws IOException {
        Path file = ReferenceData.file("../cases/screen.jsonl");
        AnswerScreen screen = new AnswerScreen(10);
        JsonMapper json = JsonMapper.builder().build();
        int read = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode each = json.readTree(line);
            String expected = each.path("expect").asText();
            if (expected.equals("?")) {
                continue;
            }
            read++;
            Screening screening = screen.screen(
                    each.path("answer").asText(),
                    FinishReason.valueOf(each.path("finish").asText()),
                    each.path("language").asText());
            assertThat(screening.outcome().name()).as(each.path("id").asText()).isEqualTo(expected);
            List<String> statements = new ArrayList<>();
            each.path("statements").forEach(statement -> statements.add(statement.asText()));
            if (!statements.isEmpty() && !TAGGED.contains(each.path("id").asText())) {
                assertThat(screening.statements()).as(each.path("id").asText()).containsExactlyElementsOf(statements);
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(69);
    }
}
