package dev.cultivar.judge;

import static dev.cultivar.judge.StanceParser.Label.CON;
import static dev.cultivar.judge.StanceParser.Label.NEUTRAL;
import static dev.cultivar.judge.StanceParser.Label.OFF_TOPIC;
import static dev.cultivar.judge.StanceParser.Label.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StanceParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\"}",
                "{\"3\": \"Neutral\", \"1\": \"PRO\", \"2\": \"con\"}",
                "```json\n{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\"}\n```",
                "Here you are: {\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\"} I hope it helps.",
                "{\"stances\": [\"pro\", \"con\", \"neutral\"]}",
                "[\"pro\", \"con\", \"neutral\"]",
                "{\"stances\": [{\"number\": 1, \"stance\": \"pro\"}, {\"number\": 2, \"stance\": \"con\"},"
                        + " {\"number\": 3, \"stance\": \"neutral\"}]}",
            })
    void jsonIsReadWhateverStandsAroundIt(String answer) throws Exception {
        assertThat(StanceParser.json(answer, 3)).containsExactly(PRO, CON, NEUTRAL);
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
            })
    void jsonWithAnythingMissingTwiceOrUnknownIsNotGuessedAt(String answer) {
        assertThatThrownBy(() -> StanceParser.json(answer, 3)).isInstanceOf(StanceParser.Unusable.class);
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
                "{\"1\": \"pro\", \"2\": \"con\", \"3\": \"neutral\"}",
            })
    void linesOfTextAreRead(String answer) throws Exception {
        assertThat(StanceParser.text(answer, 3)).containsExactly(PRO, CON, NEUTRAL);
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
            })
    void linesOfTextThatDoNotCoverEveryStatementOnceAreNotGuessedAt(String answer) {
        assertThatThrownBy(() -> StanceParser.text(answer, 3)).isInstanceOf(StanceParser.Unusable.class);
    }

    @Test
    void theComplaintCountsAndQuotesNothing() {
        assertThatThrownBy(() -> StanceParser.json("{\"1\": \"pro\"}", 3))
                .hasMessage("it has 1 stances for 3 statements");
    }

    @Test
    void whatIsOffTheTopicIsNeutralAndToldApart() throws StanceParser.Unusable {
        assertThat(StanceParser.json("{\"1\": \"off-topic\", \"2\": \"neutral\"}", 2))
                .containsExactly(OFF_TOPIC, NEUTRAL)
                .allMatch(label -> label.stance() == dev.cultivar.api.Stance.NEUTRAL);
        assertThat(StanceParser.text("1: pro\n2: off-topic", 2)).containsExactly(PRO, OFF_TOPIC);
    }
}
