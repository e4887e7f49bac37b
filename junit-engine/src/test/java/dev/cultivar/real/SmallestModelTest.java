package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model of half a billion parameters answered through a gateway, replayed. */
class SmallestModelTest {

    @TempDir
    static Path folder;

    private static List<JsonNode> responses;

    @BeforeAll
    static void replay() throws IOException {
        Recording.replay(folder, "cultivar.yaml", "coder-0.5b", 20).of(SmallModelsGate.class);
        responses = Recording.responses(folder);
    }

    @Test
    void theScreenLetsNothingPassThatAReaderWouldNot() throws IOException {
        // A questionnaire in a code block, a program in Python, and a cut outline: lost either way.
        assertThat(Recording.otherwise(responses, "coder-0.5b"))
                .containsExactlyInAnyOrder("en H009 1 AMBIGUOUS", "pt F120 1 WRONG_COUNT", "pt D059 1 WRONG_COUNT");
    }

    @Test
    void everyOutcomeIsCounted() {
        assertThat(Recording.outcomes(responses, "en"))
                .containsOnly(
                        entry("SCORED", 3),
                        entry("JUDGE_ERROR", 9),
                        entry("WRONG_FORMAT", 3),
                        entry("WRONG_COUNT", 4),
                        entry("AMBIGUOUS", 1));
        assertThat(Recording.outcomes(responses, "pt"))
                .containsOnly(
                        entry("SCORED", 4),
                        entry("NO_STANCE", 1),
                        entry("JUDGE_ERROR", 8),
                        entry("WRONG_FORMAT", 2),
                        entry("WRONG_COUNT", 5));
    }
}
