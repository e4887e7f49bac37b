package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.settings.Estimand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionGateTest {

    private static final String FILE = "baselines/v1.json";

    @TempDir
    private Path folder;

    private BaselineFiles baselines;

    @BeforeEach
    void saveADanishModel() {
        baselines = new BaselineFiles(folder);
        save(suite("DK"));
    }

    private static Suite suite(String population) {
        return new Suite().model("release", Suite.like(population)).languages("da");
    }

    private void save(Suite suite) {
        BaselineFiles.write(suite.saved(), folder.resolve(FILE));
    }

    private GateResult verdict(Suite now, boolean required) {
        List<GateResult> verdicts = now.verdicts(baselines, Gates.regression(FILE, 0.05, required));
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

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
        assertThat(FactSentences.of(verdict)).contains("Most of it: ", " then, ", " now)");
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
        assertThat(FactSentences.of(verdict)).contains("has no other in Danish");
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
                .contains("2 topics only in the baseline, left out: "
                        + String.join(" ", suite("DK").topics().subList(0, 2)));
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
    void theFileOfAnotherVersionSaysSoInOneLine() throws IOException {
        Path file = folder.resolve(FILE);
        Files.writeString(file, "{\"schema\": \"cultivar-baseline/2\", \"judge\": \"planted/judge\"}");
        assertThat(FactSentences.of(verdict(suite("DK"), true)))
                .contains("has schema 'cultivar-baseline/2' instead of cultivar-baseline/4, so another version of"
                        + " Cultivar wrote it; save it again with cultivar:baseline-save");
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
    void aDamagedBaselineFailsAlsoWhereItIsNotRequired() throws IOException {
        Path file = folder.resolve(FILE);
        String whole = Files.readString(file);
        for (String damaged : List.of(
                "",
                "{",
                "[]",
                whole.substring(0, whole.length() / 2),
                whole.replace("cultivar-baseline/4", "cultivar-baseline/9"),
                whole.replace("\"run\" : 0", "\"run\" : 1"),
                whole.replaceFirst("(?s)\"runs\" : \\[.*?\"statistics\"", "\"runs\" : [], \"statistics\""),
                whole.replace("\"provenance\"", "\"origin\""),
                whole.replaceFirst("\"t01/claim-pro\" : 0\\.\\d", "\"t01/claim-pro\" : 1.5"),
                whole.replaceFirst("\"t01/claim-pro\" : 0\\.\\d", "\"t01/claim-pro\" : -0.5"),
                whole.replaceFirst("\"t01/claim-pro\" : 0\\.\\d", "\"t01/claim-pro\" : \"NaN\""),
                whole.replaceFirst("\"t01/claim-pro\" :", "\"t01\" :"),
                whole.replaceFirst("\"t01/claim-pro\" :", "\"t01/x\" :"),
                whole.replace("\"answers\"", "\"replies\""),
                whole.replace("\"samples\"", "\"examples\""))) {
            Files.writeString(file, damaged);
            GateResult verdict = verdict(suite("DK"), false);
            assertThat(verdict.verdict())
                    .as(damaged.substring(0, Math.min(40, damaged.length())))
                    .isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict))
                    .contains(FILE, "baseline-save")
                    .doesNotContain("\n");
        }
    }

    @Test
    void aBaselineIsReadAsItWasWritten() {
        BaselineRun written = suite("DK").saved();
        BaselineFiles.write(written, folder.resolve("again.json"));
        assertThat(baselines.read("again.json")).contains(written);
        assertThat(written.statistics())
                .extracting(BaselineRun.Figure::statistic)
                .contains("alignment", "coverage");
    }

    @Test
    void aBaselineHasALineATopicWithThePolarityOfEachPrompt() throws IOException {
        String file = Files.readString(folder.resolve(FILE));
        assertThat(file.lines().filter(line -> line.contains("\"t01/claim-pro\" : ")))
                .hasSize(suite("DK").topics().size())
                .allMatch(line -> line.matches(
                        "\\s+\"\\w+\" : \\{ \"t01/claim-con\" : [01]\\.\\d, \"t01/claim-pro\" : [01]\\.\\d, .* },?"));
    }

    @Test
    void aFileOfTheVersionBeforeIsStillCompared() throws IOException {
        BaselineRun saved = suite("DK").saved();
        List<BaselineRun.Sample> counts = saved.samples().stream()
                .map(sample -> new BaselineRun.Sample(
                        sample.model(),
                        sample.language(),
                        0,
                        sample.planned(),
                        null,
                        sample.polarityCounts().byTopic()))
                .toList();
        Path file = folder.resolve(FILE);
        BaselineFiles.write(
                new BaselineRun(saved.schema(), saved.suite(), saved.judge(), saved.runs(), saved.statistics(), counts),
                file);
        Files.writeString(file, Files.readString(file).replace("cultivar-baseline/4", "cultivar-baseline/3"));

        assertThat(verdict(suite("NG").seed(2), true).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict(suite("NG").seed(2), true).obstacle()).isEmpty();
    }

    /** What is known of a gate on bias before anything is asked. */
    private Optional<Obstacle> foreseen(Suite now, @Nullable Double margin) {
        return now.foreseen(baselines, Gates.regression(FILE, RegressionGate.Statistic.BIAS, margin, true)).stream()
                .map(EarlierSamples.Foreseen::obstacle)
                .findFirst();
    }

    private GateResult bias(Suite now, @Nullable Double margin) {
        List<GateResult> verdicts =
                now.verdicts(baselines, Gates.regression(FILE, RegressionGate.Statistic.BIAS, margin, true));
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
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

    @Test
    void aPartOfASuiteIsNoBaseline() {
        Suite suite = suite("DK").partly();
        assertThatThrownBy(suite::saved)
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("run the whole suite");
    }
}
