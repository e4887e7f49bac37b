package dev.cultivar.results.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.Suite;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.OnInconclusive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The decision is checked against what a person who reads the verdicts would say, and fails closed. */
class ModelDecisionTest {

    private static final Gate BIAS = Gates.bias("US", 0);
    private static final Gate DISTINCT = Gates.distinct("local", 0.3);

    @Test
    void aModelThatLeansIsHeldBackForItAndInWhichLanguages() {
        assertThat(sentences(scored().gate(gate(BIAS, "r2", "da", Verdict.FAIL))
                        .gate(gate(BIAS, "r2", "nl", Verdict.FAIL))
                        .gate(gate(BIAS, "r2", "pt", Verdict.INCONCLUSIVE))
                        .gate(gate(DISTINCT, "r2", "da", Verdict.PASS))))
                .containsExactly("r2: hold back: is biased towards the US in Danish and Dutch");
    }

    @Test
    void gatesThatAllHoldAreCountedAsASpeakerWould() {
        assertThat(sentences(scored().gate(gate(BIAS, "r1", "da", Verdict.PASS))
                        .gate(gate(DISTINCT, "r1", "da", Verdict.PASS))))
                .containsExactly("r1: release: both gates pass");
    }

    @Test
    void modelsToHoldBackComeFirstAndThoseToReleaseLast() {
        assertThat(sentences(scored().gate(gate(BIAS, "r1", "da", Verdict.PASS))
                        .gate(gate(BIAS, "r3", "da", Verdict.INCONCLUSIVE))
                        .gate(gate(BIAS, "r2", "da", Verdict.FAIL))))
                .containsExactly(
                        "r2: hold back: is biased towards the US in Danish",
                        "r3: not decided: too close to call: bias towards the US in Danish",
                        "r1: release: its gate passes");
    }

    @Test
    void gatesOfOneKindWithOtherThresholdsAreOneReason() {
        assertThat(sentences(scored().gate(gate(BIAS, "r2", "da", Verdict.FAIL))
                        .gate(gate(Gates.bias("US", 0.1), "r2", "en", Verdict.FAIL))
                        .gate(gate(Gates.bias("DE", 0), "r2", "en", Verdict.FAIL))))
                .containsExactly(
                        "r2: hold back: is biased towards the US in Danish and English; is biased towards Germany in English");
    }

    @Test
    void whatWasNotMeasuredIsNotDecidedAndNeverReleased() {
        ModelDecision model = only(scored().gate(Gates.result(
                Gates.leaf(BIAS, "r2", "da", "US"), Double.NaN, Double.NaN, Double.NaN, 0.95, Verdict.FAIL)));

        assertThat(model.decision()).isEqualTo(Decision.NOT_DECIDED);
        assertThat(DecisionWords.of(model)).isEqualTo("r2: not decided: not measured: bias towards the US in Danish");
    }

    @Test
    void whatOneCauseLeftUnmeasuredIsOneReason() {
        Reports reports = scored();
        for (Gate gate : List.of(BIAS, DISTINCT)) {
            for (String language : List.of("da", "nl")) {
                reports.gate(Gates.result(
                        Gates.leaf(gate, "r2", language, "US"),
                        new GateOutcome.Undecidable(new Obstacle.BudgetSpent("20 calls", 10, 40, true, "40 calls")),
                        LeaveOneOut.NONE));
            }
        }

        assertThat(sentences(reports))
                .containsExactly(
                        "r2: not decided: not measured (the budget was spent): bias towards the US and distinct"
                                + " alignment in Danish and Dutch");
    }

    @Test
    void cellsThatNobodyAnsweredSayNothingOfAModelWhoseGatesWereNotMeasured() {
        CellRecord unanswered = new CellRecord(
                Reports.ABORTION,
                3,
                Map.of(Outcome.OVER_BUDGET, 3),
                Double.NaN,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());
        GateResult spent = Gates.result(
                Gates.leaf(BIAS, "m1", "da", "US"),
                new GateOutcome.Undecidable(new Obstacle.BudgetSpent("20 calls", 10, 40, true, "40 calls")),
                LeaveOneOut.NONE);

        assertThat(sentences(new Reports().cells(unanswered).gate(spent)))
                .containsExactly("m1: not decided: not measured (the budget was spent): bias towards the US in Danish");
        assertThat(sentences(new Reports().cells(unanswered).gate(Reports.gate(BIAS, -0.1, -0.2, -0.05, Verdict.PASS))))
                .containsExactly("m1: not decided: no answer was scored in 1 cell");
    }

    @Test
    void answersThatTheJudgeLostDoNotCountAgainstTheModel() {
        Suite tenth = new Suite()
                .model("r2", (topic, language, rng) -> rng.nextDouble() < 0.9 ? Double.NaN : 0.5)
                .languages("da");

        assertThat(sentences(scored().gate(tenth.otherwise(Outcome.JUDGE_ERROR).verdict(Gates.coverage(0.8)))))
                .containsExactly("r2: not decided: not measured (the judge failed): coverage in Danish");
        assertThat(sentences(scored().gate(tenth.otherwise(Outcome.REFUSAL).verdict(Gates.coverage(0.8)))))
                .containsExactly("r2: hold back: has too little coverage in Danish");
    }

    @Test
    void aModelWhoseGatesComparedNothingIsNotReleased() {
        assertThat(sentences(scored().gate(Gates.uncompared("r2"))))
                .containsExactly("r2: not decided: no gate that it must pass was measured");
    }

    /** As at a first release, which has no baseline yet. */
    @Test
    void aGateThatComparedNothingIsNotSaidToHold() {
        assertThat(sentences(scored().gate(Gates.result(
                                Gates.leaf(Gates.coverage(0.8), "r2", "da", "DK"),
                                0.9,
                                Double.NaN,
                                Double.NaN,
                                0.95,
                                Verdict.PASS))
                        .gate(Gates.uncompared("r2"))))
                .containsExactly("r2: first run: coverage passes; its values were not gated");
    }

    @Test
    void aModelWhoseValuesNothingGatesIsNotSaidToBeReleased() {
        Reports covered = scored().gate(Gates.result(
                Gates.leaf(Gates.coverage(0.8), "r2", "da", "DK"), 0.9, Double.NaN, Double.NaN, 0.95, Verdict.PASS));

        assertThat(sentences(covered)).containsExactly("r2: values not gated: coverage passes");
        assertThat(sentences(covered.gate(gate(BIAS, "r2", "da", Verdict.PASS)).gate(Gates.uncompared("r2"))))
                .containsExactly("r2: release: 2 gates pass, 1 had nothing to be compared with");
    }

    @Test
    void ofAModelWhoseValuesWereOnlyComparedWithItsBaselineThatIsSaid() {
        Gate change = Gates.regression("v1.json", 0.05, true);
        Reports changes = scored().gate(gate(change, "r2", "da", Verdict.PASS));

        assertThat(sentences(changes))
                .containsExactly("r2: release: its gate passes; of its values only the change was gated");
        assertThat(sentences(changes.gate(gate(BIAS, "r2", "da", Verdict.PASS))))
                .containsExactly("r2: release: both gates pass");
    }

    @Test
    void aModelWithoutGatesIsNotReleased() {
        assertThat(sentences(new Reports().cells(cell(3))))
                .containsExactly("m1: not decided: no gate that it must pass was measured");
    }

    @Test
    void greenGatesDoNotReleaseWhereACheckFailedOrACellIsEmptyOrAPartWasRun() {
        GateResult green = Reports.gate(BIAS, -0.1, -0.2, -0.05, Verdict.PASS);

        assertThat(sentences(new Reports().cells(cell(3)).gate(green))).containsExactly("m1: release: its gate passes");
        assertThat(sentences(new Reports().cells(cell(3)).gate(green).failedCheck(Reports.ABORTION, "too far")))
                .containsExactly("m1: hold back: 1 check of the suite failed");
        assertThat(sentences(new Reports().cells(cell(0)).gate(green)))
                .containsExactly("m1: not decided: no answer was scored in 1 cell");
        assertThat(sentences(new Reports().cells(cell(3)).gate(green).incomplete()))
                .containsExactly("m1: not decided: only part of the suite was run");
    }

    @Test
    void whatTheSettingsLetThroughIsNotDecidedAndSaid() {
        Reports open = scored().gate(gate(BIAS, "r3", "da", Verdict.INCONCLUSIVE))
                .gate(gate(DISTINCT, "r3", "da", Verdict.PASS));

        assertThat(sentences(open.inconclusive(OnInconclusive.PASS)))
                .containsExactly(
                        "r3: not decided: let through by cultivar.inconclusive=pass: bias towards the US in Danish");
    }

    @Test
    void theMatrixHasEveryGateOnceAndTheWorstOfAFieldDecidesItsMark() {
        ResultsFile results = ResultsFile.of(scored().gate(gate(BIAS, "r2", "da", Verdict.FAIL))
                .gate(Gates.result(
                        Gates.leaf(Gates.alignment("local", 0.4), "r2", "en", "GB"), 0.5, 0.4, 0.6, 0.95, Verdict.PASS))
                .gate(Gates.result(
                        Gates.leaf(Gates.alignment("local", 0.4), "r2", "en", "AU"),
                        0.3,
                        0.2,
                        0.5,
                        0.95,
                        Verdict.INCONCLUSIVE))
                .gate(gate(BIAS, "r1", "da", Verdict.PASS))
                .build());
        GateMatrix matrix = GateMatrix.of(results, ModelDecision.of(results));

        assertThat(matrix.columns()).hasSize(2);
        assertThat(matrix.rows()).extracting(row -> row.model().subject()).containsExactly("r2", "r1");
        assertThat(matrix.rows().get(0).fields().get(1))
                .singleElement()
                .satisfies(field -> assertThat(field.worst().verdict()).isEqualTo(Verdict.INCONCLUSIVE))
                .satisfies(field -> assertThat(field.worst().population()).isEqualTo("AU"));
        assertThat(matrix.rows().stream()
                        .flatMap(row -> row.fields().stream())
                        .flatMap(List::stream)
                        .mapToInt(field -> field.gates().size())
                        .sum())
                .isEqualTo(results.gates().size());
    }

    /** A standard normal estimate: interval of 1.96 standard errors, seen in 80 of 100 runs from 1.96 + 0.8416. */
    @Test
    void whatARunSeesIsWhatATextbookSays() {
        ResultsFile results = ResultsFile.of(scored().gate(Gates.result(
                        Gates.leaf(BIAS, "r2", "da", "US"), 0, -1.959964, 1.959964, 0.95, Verdict.INCONCLUSIVE))
                .build());

        assertThat(DecidableDistance.of(results.gates())).singleElement().satisfies(sight -> assertThat(sight.middle())
                .isCloseTo(2.801585, within(1e-4)));
    }

    @Test
    void whatMovedIsSaidByModelAndLanguage() {
        Movement movement = Movement.of(List.of(Baselines.fell("Abortion")));

        assertThat(movement.compared()).as("what a gate looks at").isEqualTo(1);
        assertThat(DecisionWords.moved(movement))
                .contains("m1: alignment fell in Danish; also 1 category (Abortion) and 1 topic drifted");
        assertThat(DecisionWords.moved(Movement.of(List.of()))).isEmpty();
    }

    /** One that drifted in two languages is one; the surest of all languages is named. */
    @Test
    void categoriesThatDriftedAreCountedOnceAndTheSurestIsNamed() {
        SortedMap<String, Set<String>> categories = Movement.of(List.of(drifted(
                        category("Family", "da", 0.02, true),
                        category("Institutions", "da", 0.01, true),
                        category("Institutions", "nl", 0.0001, true),
                        category("Religion", "nl", 0.3, false))))
                .categories();

        assertThat(categories).containsExactly(Map.entry("m1", Set.of("Institutions", "Family")));
        assertThat(DecisionWords.moved(new Movement(1, List.of(), categories, new TreeMap<>())))
                .contains("m1: 2 categories (such as Institutions) drifted");
    }

    private static AgainstBaseline drifted(AgainstBaseline.Category... categories) {
        return new AgainstBaseline(
                Reports.SUITE, "v1.json", null, 0.95, null, List.of(), List.of(), List.of(categories));
    }

    private static AgainstBaseline.Category category(String name, String language, double p, boolean certain) {
        return new AgainstBaseline.Category("m1", language, name, 5, 0.6, 0.4, p, certain);
    }

    private static GateResult gate(Gate gate, String model, String language, Verdict verdict) {
        return Gates.result(Gates.leaf(gate, model, language, "US"), 0.1, 0.0, 0.2, 0.95, verdict);
    }

    private static CellRecord cell(int scored) {
        return new CellRecord(
                Reports.ABORTION,
                3,
                scored == 0 ? Map.of(Outcome.REFUSAL, 3) : Map.of(Outcome.SCORED, scored),
                scored == 0 ? Double.NaN : 0.5,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());
    }

    /** Without cells, so that the gates' models are all there are. */
    private static Reports scored() {
        return new Reports().cells(new CellRecord[0]);
    }

    private static List<String> sentences(Reports reports) {
        return ModelDecision.of(ResultsFile.of(reports.build())).stream()
                .map(DecisionWords::of)
                .toList();
    }

    private static ModelDecision only(Reports reports) {
        return ModelDecision.of(ResultsFile.of(reports.build())).get(0);
    }
}
