package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.settings.Estimand;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionGateTest extends SinceBaseline {

    @Test
    void theSameModelAgainIsNotInferior() {
        GateResult verdict = verdict(suite("DK").seed(2).responses(30), true);
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.estimate()).isBetween(-0.05, 0.05);
        assertThat(verdict.gate().threshold()).isEqualTo(0.05);
        // the baseline has 4 responses to a topic, this run 30: no more than 4 a topic have a partner
        long pairs = 4L * suite("DK").topics().size();
        assertThat(verdict.n()).isEqualTo(pairs);
        assertThat(FactSentences.of(verdict))
                .contains(
                        "required at least -0.05",
                        "now, ",
                        " before",
                        "n=" + pairs + " pairs of answers to the same prompt, ");
    }

    @Test
    void aModelThatDriftedToOtherValuesFails() {
        GateResult verdict = verdict(suite("NG").seed(2), true);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.interval().orElseThrow().upper()).isLessThan(-0.05);
        assertThat(FactSentences.of(verdict)).contains("Topics that add most to the change: ", " then, ", " now)");
    }

    @Test
    void aFailureNamesTheTopicsThatPullItDownMost() {
        GateResult verdict = verdict(suite("NG").seed(2), true);

        LeaveOneOut influence = verdict.influence();
        assertThat(verdict.hint()).isInstanceOfSatisfying(TopicHint.MostOfChange.class, most -> {
            List<Double> pulls = most.topics().stream()
                    .map(shift -> influence.influence(shift.topic()))
                    .toList();
            assertThat(pulls).hasSize(3).isSorted().allMatch(pull -> pull < 0);
            assertThat(influence.without().keySet()).allMatch(topic -> influence.influence(topic) >= pulls.get(0));
        });
    }

    @Test
    void aBiasMayRiseByTheMarginAndTheVerdictSaysBoth() {
        save(suite("DK").responses(8));
        GateResult same = bias(suite("DK").responses(8).seed(2), 0.1);
        assertThat(same.verdict()).isEqualTo(Verdict.PASS);
        assertThat(FactSentences.of(same))
                .contains(
                        "Change in bias of release in Danish towards the US since " + FILE,
                        "required at most 0.1",
                        "Bias ");
        GateResult american = bias(suite("US").responses(8).seed(2), 0.1);
        assertThat(american.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(american.interval().orElseThrow().lower()).isGreaterThan(0.1);
    }

    @Test
    void whatIsThePopulationsOwnMayNotBeLostByMoreThanTheMargin() {
        save(suite("DK").responses(8));
        Gate gate = Gates.regression(FILE, RegressionGate.Statistic.DISTINCT, 0.15, true);
        GateResult same =
                suite("DK").responses(8).seed(2).verdicts(baselines, gate).get(0);
        assertThat(same.verdict()).isEqualTo(Verdict.PASS);
        assertThat(FactSentences.of(same))
                .contains(
                        "Change in distinct alignment of release in Danish with people in Denmark since " + FILE,
                        "required at least -0.15",
                        "Distinct alignment ");
        GateResult american =
                suite("US").responses(8).seed(2).verdicts(baselines, gate).get(0);
        assertThat(american.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(american.interval().orElseThrow().upper()).isLessThan(-0.5);
    }

    /** No drift: the same topics cancel, so the two questions have intervals of about one width, and other ones. */
    @Test
    void theQuestionOfAllTopicsIsAskedWhereItIsNamed() {
        save(suite("DK").responses(8));
        GateResult verdict = suite("DK")
                .responses(8)
                .seed(2)
                .verdicts(
                        baselines,
                        new Regression(
                                FILE,
                                RegressionGate.Statistic.BIAS,
                                0.2,
                                "US",
                                "local",
                                "",
                                true,
                                Estimand.ALL_TOPICS,
                                Scope.ALL))
                .get(0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.interval())
                .isNotEqualTo(bias(suite("DK").responses(8).seed(2), 0.2).interval());
    }

    @Test
    void severalModelsAreComparedWithOneModelOfTheBaseline() {
        Gate gate = new Regression(
                FILE, RegressionGate.Statistic.BIAS, 0.3, "US", "local", "release", true, null, Scope.ALL);
        List<GateResult> verdicts = new Suite()
                .model("candidate-a", Suite.like("DK"))
                .model("candidate-b", Suite.like("US"))
                .languages("da")
                .seed(2)
                .responses(8)
                .verdicts(baselines, gate);
        assertThat(verdicts).extracting(GateResult::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(FactSentences.of(verdicts.get(0)))
                .contains("candidate-a in Danish towards the US since release in " + FILE);
    }

    @Test
    void aModelIsComparedWithTheOneThatItsSettingsNameUnlessTheGateNamesAnother() {
        Suite now = new Suite()
                .model("candidate", Suite.like("DK"), "release")
                .languages("da")
                .seed(2)
                .responses(8);
        GateResult named = now.verdicts(baselines, Gates.regression(FILE, RegressionGate.Statistic.BIAS, 0.3, true))
                .get(0);
        assertThat(named.verdict()).isEqualTo(Verdict.PASS);
        assertThat(FactSentences.of(named)).contains("candidate in Danish towards the US since release in " + FILE);
        assertThat(now.saved().earlierName(now.saved().samples().get(0))).isEqualTo("release");

        GateResult other = now.verdicts(
                        baselines,
                        new Regression(
                                FILE,
                                RegressionGate.Statistic.BIAS,
                                0.3,
                                "US",
                                "local",
                                "another",
                                true,
                                null,
                                Scope.ALL))
                .get(0);
        assertThat(FactSentences.of(other)).contains("has no another in Danish");
        GateResult alarm =
                now.verdicts(baselines, new Drift(FILE, "", true, Scope.ALL)).get(0);
        assertThat(alarm.leaf().gate()).isEqualTo(new Drift(FILE, "release", true, Scope.ALL));
    }

    /** The answers of one store: the change is exactly none, which is true of them and says nothing of a new release. */
    @Test
    void theSameAnswersPassAndAreSaidToBeTheSame() {
        GateResult verdict = bias(suite("DK"), 0.05);
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.estimate()).isZero();
        assertThat(verdict.notes())
                .contains(new Note.SameAnswers(4 * suite("DK").topics().size(), 0, 0));
        assertThat(FactSentences.of(verdict)).contains("nothing was asked again");
        assertThat(bias(suite("DK").seed(2), 0.05).notes()).noneMatch(note -> note instanceof Note.SameAnswers);
    }

    /** A run that stops at an earlier look than the baseline's has some of its answers; what differs is not the model. */
    @Test
    void someOfTheSameAnswersAreSaidToBeTheSame() {
        Suite steady = new Suite()
                .model(
                        "release",
                        (topic, language, rng) -> Math.round(
                                        10 * Suite.TABLE.polarity("DK", topic).orElseThrow())
                                / 10.0)
                .languages("da");
        save(steady.responses(8));
        GateResult verdict = bias(steady.responses(4), 0.05);
        long prompts = 4L * suite("DK").topics().size();
        assertThat(verdict.notes()).contains(new Note.SameAnswers(prompts, 0, prompts));
        assertThat(FactSentences.of(verdict))
                .contains("all " + prompts + " prompts that both runs answered", "answers that only the baseline has");
    }
}
