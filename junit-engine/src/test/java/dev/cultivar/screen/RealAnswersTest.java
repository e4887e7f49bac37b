package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.ReferenceData;
import dev.cultivar.api.Outcome;
import dev.cultivar.provider.FinishReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The 100 released answers of Gemma-2-27B. What is expected was read from them by hand, not taken from the code. */
class RealAnswersTest {

    /** Line to whole statements; every other answer has ten. All but line 49 stop in mid-sentence, at the token limit. */
    private static final Map<Integer, Integer> NOT_TEN = Map.ofEntries(
            Map.entry(4, 8),
            Map.entry(24, 9),
            Map.entry(25, 7),
            Map.entry(26, 5),
            Map.entry(28, 9),
            Map.entry(31, 6),
            Map.entry(42, 9),
            Map.entry(46, 8),
            Map.entry(47, 9),
            Map.entry(49, 8),
            Map.entry(56, 7),
            Map.entry(77, 9),
            Map.entry(86, 9),
            Map.entry(93, 9),
            Map.entry(94, 6));

    /** Lines by language, found by reading; the rest is Portuguese. */
    private static final List<Integer> DANISH =
            List.of(1, 4, 25, 26, 28, 29, 31, 39, 40, 48, 49, 57, 66, 72, 73, 77, 82, 83, 85, 86, 93, 94, 100);

    private static final List<Integer> DUTCH = List.of(
            11, 12, 16, 18, 19, 20, 23, 24, 32, 36, 44, 45, 46, 51, 52, 54, 56, 58, 59, 67, 68, 70, 78, 84, 90, 91, 99);

    private static final List<Integer> ENGLISH = List.of(
            2, 6, 9, 14, 15, 30, 33, 34, 35, 37, 41, 43, 53, 60, 61, 62, 63, 69, 71, 74, 80, 81, 87, 88, 89, 92, 95, 96,
            97, 98);

    @Test
    void eachGivesTheStatementsThatAReaderCounts() throws IOException {
        List<String> answers = answers();
        AnswerScreen screen = new AnswerScreen(10);
        for (int line = 1; line <= 100; line++) {
            Screening screening = screen.screen(answers.get(line - 1), FinishReason.OTHER, language(line));
            int expected = NOT_TEN.getOrDefault(line, 10);
            assertThat(screening.statements()).as("line %d", line).hasSize(expected);
            assertThat(screening.outcome())
                    .as("line %d: %s", line, screening.detail())
                    .isEqualTo(expected == 10 ? Outcome.SCORED : Outcome.WRONG_COUNT);
        }
    }

    @Test
    void noneIsTakenForAnotherLanguageOfTheFour() throws IOException {
        List<String> answers = answers();
        AnswerScreen screen = new AnswerScreen(10);
        for (int line = 1; line <= 100; line++) {
            for (String other : List.of("da", "nl", "en", "pt", "nb", "sv", "es", "de", "af")) {
                if (!other.equals(language(line))) {
                    assertThat(screen.screen(answers.get(line - 1), FinishReason.OTHER, other)
                                    .outcome())
                            .as("line %d as %s", line, other)
                            .isEqualTo(Outcome.WRONG_LANGUAGE);
                }
            }
        }
    }

    static String language(int line) {
        return DANISH.contains(line) ? "da" : DUTCH.contains(line) ? "nl" : ENGLISH.contains(line) ? "en" : "pt";
    }

    static List<String> answers() throws IOException {
        Path file = ReferenceData.file("real_responses.jsonl");
        ObjectMapper json = new ObjectMapper();
        List<String> answers = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            answers.add(json.readTree(line).get("response").asText());
        }
        return answers;
    }
}
