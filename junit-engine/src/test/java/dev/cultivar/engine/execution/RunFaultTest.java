package dev.cultivar.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFaultTest {

    private static final CellKey CELL = new CellKey("F120", "gpt", "da");

    @Test
    void whatStopsOneTopicIsTheSameFaultOnAnother() {
        RunFault.OfCell fault = new RunFault.OverBudget("gpt", "da", 2, 6, List.of("5 USD are spent"));

        assertThat(fault).isEqualTo(new RunFault.OverBudget("gpt", "da", 2, 6, List.of("5 USD are spent")));
        assertThat(fault.message(CELL))
                .isEqualTo("2 of the 6 responses of gpt on F120 in Danish are OVER_BUDGET (5 USD are spent).");
        assertThat(fault.inCommon())
                .as("the same of every cell that it stops")
                .isEqualTo(new RunFault.OverBudget("gemma", "nl", 1, 6, List.of()).inCommon())
                .isEqualTo(new RunFault.NothingScored("gpt", "da", 6, Map.of(Outcome.OVER_BUDGET, 6), List.of())
                        .inCommon());
        assertThat(fault.summary()).contains("The budget was spent", "OVER_BUDGET");
    }

    @Test
    void aRunThatBreaksOffStopsItsCellsForTheSameReason() {
        assertThat(new RunFault.CellBrokeOff("gone").inCommon())
                .isEqualTo(new RunFault.RunBrokeOff("gone").inCommon())
                .isNotEqualTo(new RunFault.CellBrokeOff("slow").inCommon());
        RunFault refused = new RunFault.NothingScored("gpt", "da", 6, Map.of(Outcome.REFUSAL, 6), List.of());
        assertThat(refused.inCommon()).isEqualTo(refused);
    }

    @Test
    void nobodyWhoAnswersForAModelIsOneFaultInWhateverLanguageAndWords() {
        RunFault first = new RunFault.NothingScored("gpt", "da", 6, Map.of(Outcome.PROVIDER_ERROR, 6), List.of("404"));
        RunFault later = new RunFault.NothingScored(
                "gpt", "nl", 2, Map.of(Outcome.PROVIDER_ERROR, 2), List.of("404; no more are sent"));

        assertThat(first.inCommon())
                .isEqualTo(later.inCommon())
                .isNotEqualTo(new RunFault.NothingScored("gemma", "da", 6, Map.of(Outcome.PROVIDER_ERROR, 6), List.of())
                        .inCommon());
        assertThat(later.summary()).isEqualTo("gpt: no response was scored: PROVIDER_ERROR (404; no more are sent)");
    }

    @Test
    void anotherModelOrAnotherReasonIsAnotherFault() {
        RunFault fault = new RunFault.OverBudget("gpt", "da", 2, 6, List.of());

        assertThat(fault)
                .isNotEqualTo(new RunFault.OverBudget("gemma", "da", 2, 6, List.of()))
                .isNotEqualTo(new RunFault.OverBudget("gpt", "da", 2, 6, List.of("5 USD are spent")))
                .isNotEqualTo(new RunFault.NothingScored("gpt", "da", 6, Map.of(Outcome.OVER_BUDGET, 2), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSAL, true",
        "WRONG_LANGUAGE, true",
        "PROVIDER_ERROR, false",
        "JUDGE_ERROR, false",
        "OVER_BUDGET, false"
    })
    void aModelThatAnsweredOtherwiseThanAskedSaysSomethingOfItself(Outcome outcome, boolean answered) {
        assertThat(new RunFault.NothingScored("gpt", "da", 6, Map.of(outcome, 6), List.of()).answered())
                .isEqualTo(answered);
    }

    @Test
    void anExceptionCarriesItsFaultAndSaysWhichCell() {
        IllegalStateException cause = new IllegalStateException("gone");
        RunFaultException thrown = new RunFaultException(CELL, new RunFault.CellBrokeOff("gone"), cause);

        assertThat(thrown)
                .hasMessage("Cell F120 x gpt x Danish broke off: gone")
                .hasCause(cause);
        assertThat(thrown.fault()).isEqualTo(new RunFault.CellBrokeOff("gone"));
    }
}
