package dev.cultivar.judge;

import static dev.cultivar.judge.Label.CON;
import static dev.cultivar.judge.Label.NEUTRAL;
import static dev.cultivar.judge.Label.OFF_TOPIC;
import static dev.cultivar.judge.Label.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StanceParserTest {

    private static final String RIGHT = "{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\"}";
    private static final String DRAFT = "{\"1\": \"pro\", \"2\": \"pro\", \"3\": \"pro\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                RIGHT,
                "{\"3\": \"Neutral\", \"1\": \"PRO\", \"2\": \"con\"}",
                "```json\n" + RIGHT + "\n```",
                "Here you are: " + RIGHT + " I hope it helps.",
                "{\"stances\": [\"pro\", \"con\", \"neutral\"]}",
                "{\"labels\": " + RIGHT + "}",
                "[\"pro\", \"con\", \"neutral\"]",
                "{\"stances\": [{\"number\": 1, \"stance\": \"pro\"}, {\"number\": 2, \"stance\": \"con\"},"
                        + " {\"number\": 3, \"stance\": \"neutral\"}]}",
                "{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\",}",
                "{'1': 'pro', '2': 'con', '3': 'neutral'}",
                RIGHT + "<|eot_id|>",
            })
    void jsonIsReadWhateverStandsAroundIt(String answer) throws Exception {
        assertThat(StanceParser.read(answer, 3)).containsExactly(PRO, CON, NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning\": \"The first is in favour, [the second] {is} not.\", \"stances\": " + RIGHT + "}",
                "{\"reasoning\": \"1: con, at first sight\", \"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\"}",
                "{\"1\": {\"why\": \"says so\", \"label\": \"pro\"}, \"2\": {\"label\": \"con\", \"why\": \"no pro\"},"
                        + " \"3\": {\"stance\": \"neutral\"}}",
                "The first [1] is for it, the second is not, and the third {weighs} both.\n" + RIGHT,
                "1: pro - the speaker says so\n2: con (she is against it)\n3: neutral, as both sides are weighed",
                "**1. Pro** — in favour\n**2. Con** — against it, not pro\n**3. Neutral**: weighs pro and con",
                "<think>Draft " + DRAFT + " but some are against.</think>\n" + RIGHT,
                "[THINK]Draft " + DRAFT + "[/THINK]" + RIGHT,
                "<think>\n1: pro\n2: pro\n3: pro\nno, again\n</think>\n1: pro\n2: con\n3: neutral",
                "1: pro\n2: con\n3: neutral\n\nAs JSON: " + RIGHT,
            })
    void thoughtsAndReasonsBesideTheLabelsCountForNothing(String answer) throws Exception {
        assertThat(StanceParser.read(answer, 3)).containsExactly(PRO, CON, NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First reading: " + DRAFT + "\nOn reflection several of them are against it. Final labels: " + RIGHT,
                "Draft:\n```json\n" + DRAFT + "\n```\nCorrected:\n```json\n" + RIGHT + "\n```",
                "{\"draft\": " + DRAFT + ", \"final\": " + RIGHT + "}",
                RIGHT + "\nCorrection: {\"3\": \"con\"}",
                RIGHT + "\nCorrection:\n3: con",
                "1: pro\n2: pro\n3: pro\n\nOn reflection:\n1: pro\n2: con\n3: neutral",
                "[" + DRAFT + ", " + RIGHT + "]",
                "{\"1\": {\"label\": \"pro\", \"stance\": \"con\"}, \"2\": \"con\", \"3\": \"neutral\"}",
            })
    void twoLabellingsThatDifferAreNone(String answer) {
        assertThatThrownBy(() -> StanceParser.read(answer, 3)).isInstanceOf(StanceParser.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pro, con, neutral",
                "{\"1\": \"pro\", \"2\": \"con\"}",
                "{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\", \"4\": \"pro\"}",
                "{\"1\": \"pro\", \"2\": \"con\", \"4\": \"neutral\"}",
                "{\"1\": \"pro\", \"2\": \"con\", \"2\": \"pro\", \"3\": \"neutral\"}",
                "{\"1\": \"pro\", \"2\": \"against\", \"3\": \"neutral\"}",
                "{\"1\": \"pro\", \"2\": null, \"3\": \"neutral\"}",
                "{\"1\": 1, \"2\": 0, \"3\": 1}",
                "[\"pro\", \"con\"]",
                "[\"pro\", \"con\", \"neutral\", \"pro\"]",
                "[{\"number\": 2, \"stance\": \"pro\"}, {\"number\": 1, \"stance\": \"con\"},"
                        + " {\"number\": 3, \"stance\": \"pro\"}]",
                "{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neu",
                "{\"draft\": " + RIGHT + ", \"final\": {\"1\": \"pro\", \"2\": \"pro\", \"3\": \"ne",
                "<think>\n" + RIGHT,
            })
    void jsonWithAnythingMissingTwiceOrUnknownIsNotGuessedAt(String answer) {
        assertThatThrownBy(() -> StanceParser.read(answer, 3)).isInstanceOf(StanceParser.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1: pro\n2: con\n3: neutral",
                "Sure!\n1. Pro\n2) CON\n 3 - neutral.",
                "**1:** pro\n**2:** con\n**3:** neutral",
                "3: neutral\n2: con\n1: pro",
                "Statement 1: pro\nStatement 2: con\nStatement 3: neutral\n",
                "1: pro\r\n2: con\r\n3: neutral\r\n",
                "| 1 | pro |\n| 2 | con |\n| 3 | neutral |",
                RIGHT,
            })
    void linesOfTextAreRead(String answer) throws Exception {
        assertThat(StanceParser.read(answer, 3)).containsExactly(PRO, CON, NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1: pro\n2: con",
                "1: pro\n2: con\n3: neutral\n4: pro",
                "1: pro\n2: con\n2: pro\n3: neutral",
                "1: pro\n2: maybe\n3: neutral",
                "0: pro\n1: con\n2: neutral",
                "1: pro or con\n2: con\n3: neutral",
                "1: pro, con\n2: con\n3: neutral",
                "1: pro/con\n2: con\n3: neutral",
                "1: pro (or con)\n2: con\n3: neutral",
                "1: pro-ish\n2: con\n3: neutral",
            })
    void linesOfTextThatDoNotCoverEveryStatementOnceAreNotGuessedAt(String answer) {
        assertThatThrownBy(() -> StanceParser.read(answer, 3)).isInstanceOf(StanceParser.Unusable.class);
    }

    @Test
    void theComplaintCountsAndQuotesNothing() {
        assertThatThrownBy(() -> StanceParser.read("{\"1\": \"pro\"}", 3))
                .hasMessage("it has 1 label for 3 statements");
        assertThatThrownBy(() -> StanceParser.read(DRAFT + RIGHT, 3))
                .hasMessage("it labels the statements more than once, and differently");
        assertThatThrownBy(() -> StanceParser.read("I would rather not.", 3)).hasMessage("it has no labels");
    }

    @Test
    void whatIsOffTheTopicIsNeutralAndToldApart() throws StanceParser.Unusable {
        assertThat(StanceParser.read("{\"1\": \"off-topic\", \"2\": \"neutral\"}", 2))
                .containsExactly(OFF_TOPIC, NEUTRAL)
                .allMatch(label -> label.stance() == Stance.NEUTRAL);
        assertThat(StanceParser.read("1: pro\n2: off-topic", 2)).containsExactly(PRO, OFF_TOPIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "[", "{\"1\":", "1: pro - ", "{", " 1", "[\"pro\",", "1. "})
    @Timeout(30)
    void anAnswerMadeToKeepTheReaderBusyIsDoneWithSoon(String piece) {
        assertThatThrownBy(() -> StanceParser.read(piece.repeat(200_000), 12))
                .isInstanceOf(StanceParser.Unusable.class);
    }
}
