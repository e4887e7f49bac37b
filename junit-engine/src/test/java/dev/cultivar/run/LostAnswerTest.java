package dev.cultivar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.cost.AnswerTokens;
import dev.cultivar.run.response.FailureReason;
import dev.cultivar.screen.AnswerScreen;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LostAnswerTest {

    private static final AnswerScreen SCREEN = new AnswerScreen();

    private static final String LISTED = """
            1. Jeg synes, at enhver selv skal have lov til at bestemme det.
            2. Det er forkert, og det bør loven også sige helt klart.
            3. Min bror og jeg er uenige om det, men jeg er for.
            """;

    private static FailureReason lost(String text, FinishReason finish, long tokens, OptionalInt limit) {
        ModelResponse response = new ModelResponse(
                text,
                Optional.empty(),
                finish,
                tokens == 0 ? Usage.NONE : new Usage(50, tokens),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                1);
        return LostAnswer.of(SCREEN.screen(text, finish, "da"), response, "da", limit);
    }

    @Test
    void aLimitThatThoughtsUsedUpIsToldWithOneThatLeavesRoomForTheAnswer() {
        FailureReason lost = lost("", FinishReason.LENGTH, 600, OptionalInt.of(600));
        assertThat(lost.reason()).isEqualTo("no answer: all 600 tokens went into reasoning; raise max-tokens to 2100");
        assertThat(lost.tokens()).isEqualTo(1_200 + AnswerTokens.enough("da"));
    }

    @Test
    void soIsOneThatTheProviderCallsAnotherReason() {
        assertThat(lost("\n", FinishReason.STOP, 600, OptionalInt.of(600)).tokens())
                .isEqualTo(2_100);
    }

    @Test
    void aModelThatThoughtAndStoppedByItselfIsNotHelpedByAHigherLimit() {
        FailureReason lost = lost("", FinishReason.STOP, 300, OptionalInt.of(600));
        assertThat(lost.reason())
                .isEqualTo("no answer: all 300 tokens went into reasoning, and the model stopped by itself");
        assertThat(lost.tokens()).isZero();
    }

    @Test
    void aLimitThatEndedNothingEndedThoughtsThoughNobodyCountedThem() {
        FailureReason lost = lost("", FinishReason.LENGTH, 0, OptionalInt.of(600));
        assertThat(lost.reason()).isEqualTo("no answer: all tokens went into reasoning; raise max-tokens to 2100");
        assertThat(lost("", FinishReason.LENGTH, 0, OptionalInt.empty()).tokens())
                .isEqualTo(AnswerTokens.enough("da"));
    }

    @Test
    void aModelThatHadNothingToSayDidNotThink() {
        assertThat(lost("", FinishReason.STOP, 0, OptionalInt.empty()).reason()).isEqualTo("an empty answer");
        assertThat(lost("", FinishReason.STOP, 3, OptionalInt.empty()).reason()).isEqualTo("an empty answer");
    }

    @Test
    void aFilterThatStoppedTheFirstWordIsStillAFilter() {
        assertThat(lost("", FinishReason.CONTENT_FILTER, 40, OptionalInt.of(40)).reason())
                .isEqualTo("the provider's filter stopped the answer");
    }

    @Test
    void noLimitIsToldWhereNoneWouldHoldTheAnswer() {
        String loop = LISTED + "4. Det er svært, " + "og byen er stadig lille, og vejen er stadig lang, ".repeat(9);
        FailureReason lost = lost(loop, FinishReason.LENGTH, 600, OptionalInt.of(600));
        assertThat(lost.reason())
                .isEqualTo("3 whole statements instead of 10, and one cut; the model repeats itself without end");
        assertThat(lost.tokens()).isZero();
        assertThat(lost.endless()).isTrue();
    }

    @Test
    void thoughtsThatTurnInCirclesHaveNoEndEither() {
        String thoughts = "<think>" + "Wait, let me count them again. ".repeat(20);
        FailureReason lost = lost(thoughts, FinishReason.LENGTH, 600, OptionalInt.of(600));
        assertThat(lost.reason())
                .isEqualTo(
                        "no list of statements in an answer of 627 characters, all of which are thoughts; the token limit"
                                + " ended it; the model repeats itself without end");
        assertThat(lost.tokens()).isZero();
    }
}
