package dev.cultivar.run.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTokensTest {

    @Test
    void aLimitThatCutRealAnswersIsToldToBeTooLow() {
        // 600 tokens cut real answers of a small model in Portuguese and Danish, and in English hardly any.
        assertThat(AnswerTokens.enough("en")).isLessThanOrEqualTo(600);
        assertThat(AnswerTokens.enough("pt")).isGreaterThan(600);
        assertThat(AnswerTokens.enough("da")).isGreaterThan(600);
        assertThat(AnswerTokens.enough("ja")).isGreaterThan(600);
        assertThat(AnswerTokens.enough("xx")).isGreaterThanOrEqualTo(AnswerTokens.enough("ja"));
    }

    @Test
    void whatWouldHaveHeldACutAnswerGrowsWithWhatWasLeftToSay() {
        // 6 of 10 statements in 600 tokens are 1,000 for ten, and a fifth more to be sure.
        assertThat(AnswerTokens.forCut("en", 6, 600)).isEqualTo(1_200);
        assertThat(AnswerTokens.forCut("en", 3, 600)).isEqualTo(2_400);
        assertThat(AnswerTokens.forCut("en", 0, 600)).isEqualTo(1_200);
        assertThat(AnswerTokens.forCut("da", 9, 0)).isEqualTo(AnswerTokens.enough("da"));
    }

    @Test
    void anAnswerThatNeverBeganNeedsRoomBehindItsThoughts() {
        assertThat(AnswerTokens.afterThoughts("en", 600)).isEqualTo(1_200 + AnswerTokens.enough("en"));
        assertThat(AnswerTokens.afterThoughts("en", Long.MAX_VALUE)).isEqualTo(1_000_000);
    }
}
