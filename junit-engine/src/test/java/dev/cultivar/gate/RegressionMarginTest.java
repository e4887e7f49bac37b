package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.words.FactSentences;
import org.junit.jupiter.api.Test;

class RegressionMarginTest extends SinceBaseline {

    @Test
    void withoutAMarginItIsPlannedFromTheBaselineAndNotFromTheAnswers() {
        save(suite("DK").responses(8));
        GateResult one = bias(suite("DK").responses(8).seed(2), null);
        GateResult other = bias(suite("NG").responses(8).seed(3), null);
        assertThat(one.gate().threshold()).isEqualTo(other.gate().threshold()).isBetween(0.01, Regression.MOST);
        assertThat(one.gate().bound()).isEqualTo(Bound.atMost(one.gate().threshold()));
    }

    /** 2.8 standard errors of a difference of two independent runs of the baseline's size; alone, so no correction. */
    @Test
    void thePlannedMarginIsThatOfTwoRunsLikeTheBaseline() {
        save(suite("DK").responses(8));
        Regression gate =
                (Regression) bias(suite("DK").responses(8).seed(2), null).gate();
        double error = gate.planned().standardError();
        assertThat(gate.threshold()).isBetween(2.8015 * error, 2.8016 * error + 0.001);
        GateResult unpaired = bias(suite("DK").responses(8).seed(2), 0.1);
        double half = (unpaired.interval().orElseThrow().upper()
                        - unpaired.interval().orElseThrow().lower())
                / 2;
        assertThat(half / 1.96).isCloseTo(error, within(0.15 * error));
    }

    @Test
    void whereAnUnchangedReleaseWouldNeedTooLargeAMarginTheGateIsRefusedWithTheResponsesItNeeds() {
        Suite few = new Suite().model("release", Suite.random()).languages("da").responses(3);
        save(few);
        GateResult verdict = bias(few.seed(2), null);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.obstacle().orElseThrow()).isInstanceOf(Obstacle.LargeMargin.class);
        assertThat(foreseen(few.seed(2), null)).isEqualTo(verdict.obstacle());
        assertThat(foreseen(few.seed(2), 0.3)).isEmpty();
        assertThat(FactSentences.of(verdict)).contains("above 0.10; plan ", " responses", "or give the gate a margin");
    }

    @Test
    void aMarginThatAnUnchangedReleaseSeldomPassesIsSaid() {
        save(suite("DK").responses(4));
        GateResult verdict = bias(suite("DK").responses(4).seed(2), 0.01);
        assertThat(FactSentences.of(verdict))
                .containsPattern("passes this gate in about \\d+ of 100 runs; for 80 of 100 the margin must be at least"
                        + " 0\\.\\d+");
        assertThat(FactSentences.of(bias(suite("DK").responses(4).seed(2), 0.3)))
                .doesNotContain("of 100 runs");
    }
}
