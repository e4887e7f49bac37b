package dev.cultivar.run.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementCountsTest {

    @Test
    void aSentenceThatSeveralPeopleSayCountsOnce() {
        StatementCounts same = StatementCounts.of(Collections.nCopies(10, "I am for it."), "en", 0);
        assertThat(same).isEqualTo(new StatementCounts(10, 1, 0, 0, 0));
        assertThat(StatementCounts.of(List.of("I am for it.", "i am for it", "I am against it."), "en", 0)
                        .different())
                .isEqualTo(2);
    }

    @Test
    void questionsAreToldByTheirMark() {
        assertThat(StatementCounts.of(
                        List.of("Is it right?", "「いいですか？」", "It is.", "本当に必要ですか。", "Who knows? I do."), "en", 2))
                .isEqualTo(new StatementCounts(5, 5, 3, 0, 2));
    }

    @Test
    void groupsAreToldByHowAStatementBegins() {
        List<String> said = List.of(
                "Some respondents would allow it.", "Most people think it wrong, and I agree.", "I would allow it.");
        assertThat(StatementCounts.of(said, "en", 0)).isEqualTo(new StatementCounts(3, 3, 0, 1, 0));
    }

    @Test
    void responsesOfACellAddUp() {
        StatementCounts cell = new StatementCounts(10, 7, 1, 2, 0).plus(new StatementCounts(10, 10, 0, 1, 3));
        assertThat(cell).isEqualTo(new StatementCounts(20, 17, 1, 3, 3));
    }
}
