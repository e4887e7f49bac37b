package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.settings.Estimand;
import org.junit.jupiter.api.Test;

class StabilityGateTest {

    private static Suite suite(Suite.Answers answers) {
        return new Suite()
                .model("m", answers)
                .languages("da")
                .responses(8)
                .wordings(5)
                .templates(8);
    }

    private static GateResult verdict(Suite suite, double min) {
        return suite.verdict(new Stability(min, Scope.ALL));
    }

    /** Ten Danes an answer: two answers to a topic differ by the draw of the ten alone. */
    @Test
    void whoAnswersByTheTopicPasses() {
        GateResult verdict = verdict(suite(Suite.like("DK")), 0.5);
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(((GateOutcome.Decided) verdict.outcome()).estimand()).isEqualTo(Estimand.ALL_TOPICS);
        assertThat(FactSentences.of(verdict))
                .startsWith("Stability (the topics' share of the variance) of m in Danish is 0.");
    }

    @Test
    void whoAnswersAtRandomFailsAndIsToldWhereToLook() {
        GateResult verdict = verdict(suite(Suite.random()), 0.3);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict)).contains("wording, template or sample rather than with the topic");
    }

    /** With one template no two answers differ in it, so the topic's own share is not known, and what is not known fails. */
    @Test
    void withoutASecondTemplateThereIsNothingToDecideOn() {
        GateResult verdict = verdict(suite(Suite.like("DK")).templates(1), 0.1);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.outcome()).isInstanceOf(GateOutcome.Undecidable.class);
        assertThat(FactSentences.of(verdict))
                .contains("only 0 topics with two scored responses that differ in slot and template");
    }

    @Test
    void aShareAboveOneIsAMistake() {
        assertThat(suite(Suite.like("DK")).plan(new Stability(1.5, Scope.ALL)).problems())
                .containsExactly("@StabilityGate: threshold 1.5 is outside [0, 1].");
    }
}
