package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.words.FactSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncomparableBaselineTest extends SinceBaseline {

    @Test
    void aMissingBaselineFailsWhereItIsRequiredAndIsSaidElsewhere() throws IOException {
        Files.delete(folder.resolve(FILE));
        GateResult required = verdict(suite("DK"), true);
        assertThat(required.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(required))
                .contains(
                        "there is no baseline run at " + FILE + "; restore the file from version control;",
                        "; for a first release set required = false;",
                        "run the last release and save that run with: "
                                + "mvn cultivar:baseline-save -Dcultivar.suites=example.Release -Dcultivar.baseline="
                                + FILE);
        GateResult optional = verdict(suite("DK"), false);
        assertThat(optional.verdict()).isEqualTo(Verdict.PASS);
        assertThat(FactSentences.of(optional))
                .contains("was not compared: there is no baseline run at " + FILE + "; save one with: ");
    }

    @Test
    void aModelThatTheBaselineDoesNotHaveFailsWhereItIsRequired() {
        GateResult verdict = new Suite()
                .model("other", Suite.like("DK"))
                .languages("da")
                .verdicts(baselines, Gates.regression(FILE, 0.05, true))
                .get(0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict))
                .contains(
                        "has no other in Danish, only release in Danish; required at least -0.05: not measured, so FAIL."
                                + " A new release of a model keeps its name in cultivar.yaml. To compare models of"
                                + " different names, add 'baseline: release' to the model in cultivar.yaml, or set"
                                + " baselineModel = \"release\" in the gate. A new model needs a baseline of its own.");
    }

    @Test
    void aLanguageThatTheBaselineDoesNotHaveIsNotTakenForANewName() {
        GateResult verdict = verdict(suite("DK").languages("nl"), true);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict))
                .contains("has no release in Dutch, only release in Danish; ")
                .contains("Save a baseline in all languages of the suite.")
                .doesNotContain("keeps its name");
    }

    /** Whoever plans learns it before he pays. */
    @Test
    void whatNoAnswerCanChangeIsKnownBeforeAnythingIsAsked() throws IOException {
        assertThat(foreseen(suite("DK"), 0.05)).isEmpty();
        for (Suite now : List.of(
                suite("DK").name("example.Other"),
                suite("DK").judge("another"),
                suite("DK").languages("nl"),
                suite("DK").wording("Now what of"))) {
            assertThat(foreseen(now, 0.05))
                    .isPresent()
                    .isEqualTo(bias(now, 0.05).obstacle());
        }
        save(suite("DK").topics(suite("DK").topics().subList(0, 4)));
        assertThat(foreseen(suite("DK"), 0.05)).contains(new Obstacle.FewCommonTopics(4, 5));
        Files.writeString(folder.resolve(FILE), "{");
        assertThat(foreseen(suite("DK"), 0.05).orElseThrow()).isInstanceOf(Obstacle.UnreadableBaseline.class);
        Files.delete(folder.resolve(FILE));
        assertThat(foreseen(suite("DK"), 0.05)).contains(new Obstacle.NoBaseline(FILE, "example.Release"));
    }

    @Test
    void aGateThatNeedsNoBaselineIsForeseenToPassUncompared() throws IOException {
        Files.delete(folder.resolve(FILE));
        assertThat(suite("DK").foreseen(baselines, Gates.regression(FILE, 0.05, false)))
                .singleElement()
                .satisfies(foreseen -> assertThat(foreseen.fails()).isFalse());
    }

    @Test
    void topicsThatOnlyOneRunAskedAreLeftOutAndNamed() {
        Suite now = suite("DK");
        List<String> fewer = now.topics().subList(2, now.topics().size());
        GateResult verdict = verdict(now.topics(fewer), true);
        assertThat(FactSentences.of(verdict))
                .contains("2 topics only in the baseline, left out: ")
                .contains(suite("DK").topics().subList(0, 2));
    }

    @Test
    void otherPromptsAreNotCompared() {
        GateResult verdict = verdict(suite("DK").wording("Now what of"), true);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict))
                .contains("only 0 topics can be compared", "with prompts that differ from the baseline's");
    }

    @Test
    void topicsWithAPromptMoreOrLessAreNotCompared() {
        for (int wordings : List.of(3, 5)) {
            GateResult verdict = verdict(suite("DK").responses(8).wordings(wordings), true);
            assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict))
                    .contains(
                            "only 0 topics can be compared",
                            "with prompts that differ from the baseline's, left out: ");
        }
    }

    @Test
    void theRunOfAnotherSuiteIsRefused() {
        GateResult verdict = verdict(suite("DK").name("example.Other"), false);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict))
                .contains("is of example.Release and this run is of example.Other", "cannot be compared");
    }

    @Test
    void anotherJudgeIsRefused() {
        GateResult verdict = verdict(suite("DK").judge("gpt-5"), true);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict)).contains("was judged by planted/judge and this one by gpt-5");
    }

    @Test
    void aJudgeThatWasToldOtherWordsIsRefused() throws IOException {
        Path file = folder.resolve(FILE);
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("\"prompt\" : \"[0-9a-f]+\"", "\"prompt\" : \"0123456789abcdef\""));
        GateResult verdict = verdict(suite("DK"), false);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict)).contains("the judge's prompt has changed since the baseline run ");
    }

    @Test
    void anotherPopulationTableIsSaidAndBothAreComparedWithThisOne() throws IOException {
        Path file = folder.resolve(FILE);
        Files.writeString(file, Files.readString(file).replace(Suite.TABLE.sha256(), "f".repeat(64)));
        GateResult verdict = verdict(suite("DK").seed(2).responses(30), true);
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(FactSentences.of(verdict))
                .contains("this run's population table, which differs from the baseline's");
    }

    @Test
    void withTooManyTopicsLostNothingIsDecidedAndTheyAreNamed() {
        save(suite("DK").responses(8));
        List<String> topics = suite("DK").topics();
        int lost = topics.size() / 10 + 1;
        Suite.Answers danish = Suite.like("DK");
        Suite now = new Suite()
                .model(
                        "release",
                        (topic, language, rng) ->
                                topics.indexOf(topic) < lost ? Double.NaN : danish.polarity(topic, language, rng))
                .languages("da")
                .responses(8)
                .seed(2);
        GateResult verdict = now.verdicts(baselines, Gates.regression(FILE, RegressionGate.Statistic.BIAS, 0.3, true))
                .get(0);
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.obstacle().orElseThrow())
                .isEqualTo(new Obstacle.LostTopics(topics.subList(0, lost), topics.size()));
        assertThat(FactSentences.of(verdict))
                .contains(
                        lost + " of " + topics.size() + " topics that both runs asked have no scored answer in one",
                        topics.get(0));
    }
}
