package dev.cultivar.run.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureReasonsTest {

    private static ResponseRecord failed(String reason, int attempts) {
        return new ResponseRecord(
                new CellKey("F120", "m", "da"),
                0,
                "t",
                Slot.WHETHER,
                "prompt",
                new ResponseTexts.Content("", List.of()),
                List.of(),
                Outcome.PROVIDER_ERROR,
                Double.NaN,
                new FailureReason(reason, attempts),
                Usage.NONE,
                Usage.NONE,
                0,
                StatementCounts.NONE);
    }

    @Test
    void howOftenSomethingWasTriedMakesNoOtherReasonOfIt() {
        assertThat(FailureReasons.of(Stream.of(
                        failed("gone", 1),
                        failed("overloaded", 2),
                        failed("overloaded", 10),
                        failed("overloaded", 3),
                        failed("", 1))))
                .containsExactly("overloaded (10 attempts)", "gone");
    }

    @Test
    void whatAnEndpointSaidOfAttemptsIsNoCountOfOurs() {
        assertThat(FailureReasons.of(
                        Stream.of(failed("locked (3 attempts)", 1), failed("locked", 1), failed("locked", 1))))
                .containsExactly("locked", "locked (3 attempts)");
    }
}
