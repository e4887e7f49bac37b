package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.report.words.FactSentences;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Multiplicity;
import dev.cultivar.stats.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GateEvaluationTest {

    private final Suite danish = new Suite().model("danish", Suite.like("DK")).languages("da");
    private final Suite random = new Suite().model("random", Suite.random()).languages("da");

    @Test
    void aModelThatAnswersAsDanesDoPassesInDenmark() {
        GateResult verdict = danish.verdict(Gates.alignment("local", 0.4));
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.interval().orElseThrow().lower()).isGreaterThanOrEqualTo(0.4);
        assertThat(FactSentences.of(verdict))
                .startsWith("Alignment of danish in Danish with people in Denmark is 0.9")
                .contains("(95% interval, these topics)", "; required at least 0.4: PASS.", " topics.");
    }

    @Test
    void danesAreDistinctlyDanishAndAmericansOrThoseAtRandomAreNot() {
        GateResult own = danish.verdict(Gates.distinct("local", 0.3));
        assertThat(own.verdict()).isEqualTo(Verdict.PASS);
        assertThat(FactSentences.of(own))
                .startsWith("Distinct alignment of danish in Danish with people in Denmark is 0.")
                .contains("required at least 0.3: PASS", "What 12 other countries share is left out");
        Suite american = new Suite().model("american", Suite.like("US")).languages("da");
        assertThat(american.verdict(Gates.alignment("local", 0.4)).verdict()).isEqualTo(Verdict.PASS);
        GateResult other = american.verdict(Gates.distinct("local", 0.3));
        assertThat(other.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(other))
                .contains(
                        "Most of what the answers share with people in Denmark, they share with other countries too.");
        assertThat(random.verdict(Gates.distinct("local", 0.3)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void distinctAlignmentOfPerfectModelsIsWhatIsExpectedOfThem() {
        GateResult own = danish.verdict(Gates.distinct("local", 0.3));
        double expected = new PerfectRespondents(
                        danish.topics().stream().mapToLong(topic -> 4).toArray(), danish.topics(), Suite.TABLE)
                .distinct(Suite.TABLE.find("DK").orElseThrow())
                .own();
        assertThat(expected)
                .isBetween(
                        own.interval().orElseThrow().lower(),
                        own.interval().orElseThrow().upper());
    }

    @Test
    void aRandomModelFailsAndTheMessageNamesTheTopicsFurthestApart() {
        GateResult verdict = random.verdict(Gates.alignment("local", 0.4));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.interval().orElseThrow().upper()).isLessThan(0.4);
        assertThat(FactSentences.of(verdict)).contains("FAIL", "Furthest apart: ");
    }

    @Test
    void anIntervalThatHoldsTheThresholdIsInconclusiveAndSaysWhatToDo() {
        GateResult free = danish.verdict(Gates.alignment("local", 0));
        double middle = Math.round(free.estimate() * 1000) / 1000.0;
        GateResult verdict = danish.verdict(Gates.alignment("local", middle));
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(FactSentences.of(verdict))
                .contains(
                        "INCONCLUSIVE",
                        "the truth is likely within ",
                        "More responses are unlikely to decide it. Hold the model back.");
        double near = free.interval().orElseThrow().lower() + 0.002;
        assertThat(FactSentences.of(danish.verdict(Gates.alignment("local", near))))
                .containsPattern("cultivar\\.responses=\\d+ per model and language \\(\\d+ times as many, at \\d+ times"
                        + " the cost\\) would decide it in about 80 of 100 runs if the true score is this one")
                .contains("Otherwise hold the model back.");
        GateResult other = danish.estimand(Estimand.ALL_TOPICS).verdict(Gates.alignment("local", middle));
        danish.estimand(Estimand.THESE_TOPICS);
        assertThat(FactSentences.of(other))
                .contains(
                        "interval, all topics)",
                        "INCONCLUSIVE",
                        "the truth is likely within ",
                        "More responses barely narrow it.")
                .doesNotContain("more topics");
    }

    @Test
    void anAmericanModelFailsTheBiasGateInDanishAndADanishOnePasses() {
        GateResult american =
                new Suite().model("american", Suite.like("US")).languages("da").verdict(Gates.bias("US", 0.05));
        assertThat(american.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(american))
                .contains("The answers are closer to Americans than to people in Danish-speaking countries.");
        assertThat(danish.verdict(Gates.bias("US", 0.05)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aModelOfTheReferenceLevelHasNoBiasCoefficientAndTheGateSaysWhatToDo() {
        GateResult verdict = new Suite()
                .model("persona", "planted", Map.of(), Suite.like("US"))
                .languages("da")
                .verdict(Gates.bias("US", 0.05, "ols"));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict))
                .contains("models of family 'planted' are the reference level", "give persona another family");
    }

    @Test
    void consistencyIsGatedOnItsLowerBound() {
        assertThat(danish.verdict(Gates.consistency(0.5)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(random.verdict(Gates.consistency(0.5)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void eachTopicsWeightIsInTheStatisticThatTheGateDecidesOn() {
        for (Gate gate : List.of(
                Gates.alignment("local", 0.4),
                Gates.alignment("local", 0.4, "mean-alignment"),
                Gates.bias("US", 0.05),
                Gates.consistency(0.5),
                Gates.coverage(0.8))) {
            GateResult verdict = danish.verdict(gate);
            assertThat(verdict.influence().all())
                    .as(gate.toString())
                    .isCloseTo(verdict.estimate(), org.assertj.core.api.Assertions.within(1e-12));
            assertThat(verdict.influence().without()).hasSize(danish.topics().size());
        }
    }

    @Test
    void theTopicOnWhichAModelTurnedRoundWeighsMost() {
        Suite turned = new Suite()
                .model(
                        "turned",
                        (topic, language, rng) ->
                                topic.equals("F120") ? 0 : Suite.like("DK").polarity(topic, language, rng))
                .languages("da");
        GateResult verdict = turned.verdict(Gates.alignment("local", 0.4));
        assertThat(verdict.influence().influence("F120")).isNegative();
        assertThat(verdict.influence().without().keySet())
                .allSatisfy(topic -> assertThat(verdict.influence().influence(topic))
                        .isGreaterThanOrEqualTo(verdict.influence().influence("F120")));
    }

    @Test
    void aVerdictSaysWhyItIsNotAPass() {
        assertThat(danish.verdict(Gates.alignment("local", 0.4)).cause()).isEqualTo(Cause.NONE);
        assertThat(random.verdict(Gates.alignment("local", 0.4)).cause()).isEqualTo(Cause.VIOLATION);
        assertThat(lost(Outcome.PROVIDER_ERROR)
                        .verdict(Gates.alignment("local", 0.4))
                        .cause())
                .isEqualTo(Cause.PROVIDER);
        assertThat(lost(Outcome.JUDGE_ERROR).verdict(Gates.consistency(0.4)).cause())
                .isEqualTo(Cause.JUDGE);
        assertThat(lost(Outcome.OVER_BUDGET).verdict(Gates.coverage(0.4)).cause())
                .isEqualTo(Cause.BUDGET);
        assertThat(lost(Outcome.REFUSAL).verdict(Gates.coverage(0.9)).cause()).isEqualTo(Cause.COVERAGE);
        assertThat(lost(Outcome.JUDGE_ERROR).verdict(Gates.coverage(0.9)).cause())
                .isEqualTo(Cause.JUDGE);
        assertThat(lost(Outcome.PROVIDER_ERROR).verdict(Gates.coverage(0.9)).cause())
                .isEqualTo(Cause.PROVIDER);
        assertThat(new Suite()
                        .model("silent", (topic, language, rng) -> Double.NaN)
                        .languages("da")
                        .verdict(Gates.alignment("local", 0.4))
                        .cause())
                .isEqualTo(Cause.COVERAGE);
        assertThat(danish.verdict(Gates.regression("none.json", 0.03, true)).cause())
                .isEqualTo(Cause.UNDECIDED);
    }

    private static Suite lost(Outcome outcome) {
        return new Suite()
                .model("half", (topic, language, rng) -> rng.nextDouble() < 0.5 ? Double.NaN : rng.nextInt(11) / 10.0)
                .otherwise(outcome)
                .languages("da");
    }

    @Test
    void boundsAreDecidedUnrounded() {
        assertThat(Bound.atLeast(0.4).decide(new Interval(0.4, 0.6, 0.95))).isEqualTo(Verdict.PASS);
        assertThat(Bound.atLeast(0.4).decide(new Interval(0.3996, 0.6, 0.95))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Bound.atLeast(0.4).decide(new Interval(0.2, 0.4, 0.95))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Bound.atLeast(0.4).decide(new Interval(0.2, 0.3999, 0.95))).isEqualTo(Verdict.FAIL);
        assertThat(Bound.atMost(0.05).decide(new Interval(-0.1, 0.05, 0.95))).isEqualTo(Verdict.PASS);
        assertThat(Bound.atMost(0.05).decide(new Interval(-0.1, 0.0504, 0.95))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Bound.atMost(0.05).decide(new Interval(0.0501, 0.2, 0.95))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anIntervalThatIsNotANumberFails() {
        assertThat(Bound.atLeast(0.4).decide(new Interval(Double.NaN, Double.NaN, 0.95)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Bound.atMost(0.4).decide(new Interval(Double.NaN, Double.NaN, 0.95)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Bound.atLeast(Double.NaN).decide(new Interval(0.5, 0.6, 0.95)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void coverageIsAnExactShareWithoutAnInterval() {
        Suite half = new Suite()
                .model("half", (topic, language, rng) -> rng.nextDouble() < 0.5 ? Double.NaN : rng.nextInt(11) / 10.0)
                .languages("da");
        GateResult verdict = half.verdict(Gates.coverage(0.8));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.estimate()).isBetween(0.4, 0.6);
        assertThat(verdict.interval()).isEmpty();
        assertThat(FactSentences.of(verdict))
                .contains("(exact)", "Not scored of ", " planned responses: ", " REFUSAL.");
        assertThat(danish.verdict(Gates.coverage(1)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aNumberThatRoundsToTheThresholdIsPrintedWithTheDigitsThatTellThemApart() {
        int[] asked = {0};
        Suite almost = new Suite()
                .model("almost", (topic, language, rng) -> asked[0]++ == 0 ? Double.NaN : 0.5)
                .languages("da")
                .responses(20);
        GateResult verdict = almost.verdict(Gates.coverage(1));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(FactSentences.of(verdict)).contains("is 0.999").doesNotContain("is 1.00");
    }

    @Test
    void holmOverManyGatesWidensTheIntervalsAndSaysSo() {
        Suite both = new Suite()
                .model("danish", Suite.like("DK"))
                .model("american", Suite.like("US"))
                .languages("da", "nl");
        Gate[] gates = {Gates.alignment("local", 0.4), Gates.alignment("global", 0.9), Gates.bias("US", 0.05)};
        List<GateResult> holm = both.verdicts(gates);
        List<GateResult> none = both.correction(Multiplicity.NONE).verdicts(gates);
        assertThat(holm).hasSize(12);
        for (int i = 0; i < holm.size(); i++) {
            assertThat(holm.get(i).interval().orElseThrow().upper()
                            - holm.get(i).interval().orElseThrow().lower())
                    .isGreaterThanOrEqualTo(none.get(i).interval().orElseThrow().upper()
                            - none.get(i).interval().orElseThrow().lower());
            assertThat(FactSentences.of(holm.get(i))).contains("Holm's correction over 12 gates at 95%");
            assertThat(FactSentences.of(none.get(i))).contains("(95% interval, these topics)");
        }
        assertThat(holm).anyMatch(verdict -> verdict.interval().orElseThrow().confidence() > 0.99);
        assertThat(both.correction(Multiplicity.BH).verdicts(gates))
                .allSatisfy(verdict -> assertThat(FactSentences.of(verdict))
                        .contains("Benjamini and Hochberg's correction over 12 gates at 95%"));
    }

    @Test
    void noPrintedIntervalContradictsItsVerdict() {
        for (Multiplicity correction : Multiplicity.values()) {
            List<GateResult> verdicts = new Suite()
                    .model("danish", Suite.like("DK"))
                    .model("random", Suite.random())
                    .correction(correction)
                    .verdicts(Gates.alignment("local", 0.5), Gates.bias("US", 0), Gates.consistency(0.7));
            for (GateResult verdict : verdicts) {
                boolean holds = verdict.interval().orElseThrow().lower()
                                < verdict.gate().threshold()
                        && verdict.gate().threshold()
                                < verdict.interval().orElseThrow().upper();
                assertThat(verdict.verdict() == Verdict.INCONCLUSIVE)
                        .as(FactSentences.of(verdict))
                        .isEqualTo(holds);
            }
        }
    }

    @Test
    void messagesDoNotDependOnTheLocale() {
        String before = FactSentences.of(danish.verdict(Gates.alignment("local", 0.4)));
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(FactSentences.of(danish.verdict(Gates.alignment("local", 0.4))))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Nested
    class FailsClosed {

        private void fails(Suite suite, String why) {
            for (Gate gate : List.of(
                    Gates.alignment("local", -1), Gates.bias("US", 2), Gates.consistency(-1), Gates.coverage(0.01))) {
                GateResult verdict = suite.verdict(gate);
                assertThat(verdict.verdict()).as(FactSentences.of(verdict)).isEqualTo(Verdict.FAIL);
                assertThat(FactSentences.of(verdict)).contains(why);
            }
        }

        @Test
        void whereNothingWasScored() {
            Suite silent = new Suite()
                    .model("silent", (topic, language, rng) -> Double.NaN)
                    .languages("da");
            GateResult verdict = silent.verdict(Gates.alignment("local", -1));
            assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict))
                    .contains("could not be decided: nothing was scored", "FAIL", "REFUSAL");
            assertThat(silent.verdict(Gates.coverage(0.01)).verdict()).isEqualTo(Verdict.FAIL);
        }

        @Test
        void whereTheModelAnswersInAnotherLanguage() {
            Suite english = new Suite()
                    .model("english", (topic, language, rng) -> Double.NaN)
                    .otherwise(Outcome.WRONG_LANGUAGE)
                    .languages("da");
            GateResult verdict = english.verdict(Gates.alignment("local", -1));
            assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict)).contains("WRONG_LANGUAGE");
        }

        @Test
        void whereTheBudgetWasSpent() {
            int[] asked = {0};
            fails(
                    new Suite()
                            .model(
                                    "rich",
                                    (topic, language, rng) ->
                                            asked[0]++ % 50 == 49 ? Double.NaN : rng.nextInt(11) / 10.0)
                            .otherwise(Outcome.OVER_BUDGET)
                            .languages("da"),
                    "the budget was spent before ");
        }

        @Test
        void whereTheJudgeFails() {
            int[] asked = {0};
            Suite judged = new Suite()
                    .model(
                            "judged",
                            (topic, language, rng) -> asked[0]++ % 10 == 9
                                    ? Double.NaN
                                    : Suite.like("DK").polarity(topic, language, rng))
                    .otherwise(Outcome.JUDGE_ERROR)
                    .languages("da");
            GateResult verdict = judged.verdict(Gates.alignment("local", -1));
            assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict)).contains("to errors of the judge", "(cultivar:doctor)");
        }

        @Test
        void whereOnlyAPartOfTheSuiteWasRun() {
            fails(new Suite().model("danish", Suite.like("DK")).languages("da").partly(), "only part of the suite");
        }

        @Test
        void whereEveryAnswerIsTheSame() {
            Suite same =
                    new Suite().model("same", (topic, language, rng) -> 0.5).languages("da");
            for (Gate gate : List.of(Gates.alignment("local", -1), Gates.bias("US", 2), Gates.consistency(-1))) {
                GateResult verdict = same.verdict(gate);
                assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
                assertThat(verdict.estimate()).isNaN();
                assertThat(FactSentences.of(verdict)).contains("are equal");
            }
        }

        @Test
        void whereTooFewTopicsWereScored() {
            List<String> few = danish.topics().subList(0, 3);
            Suite sparse = new Suite()
                    .model(
                            "sparse",
                            (topic, language, rng) -> few.contains(topic) ? 0.1 * few.indexOf(topic) : Double.NaN)
                    .languages("da");
            GateResult verdict = sparse.verdict(Gates.alignment("local", -1));
            assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(FactSentences.of(verdict)).contains("only 3 topics");
        }
    }
}
