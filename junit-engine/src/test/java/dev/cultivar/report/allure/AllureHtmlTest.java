package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees: read from the data of the page that Allure itself generates. */
@Tag("slow")
class AllureHtmlTest {

    @TempDir
    Path folder;

    @BeforeEach
    void allureIsUnpacked() {
        assumeTrue(
                RenderedAllureReport.home().isPresent(),
                "Allure's command line is not in target/allure; mvn generate-test-resources puts it there");
    }

    @Test
    void aFailureOfEachKindLandsInItsCategoryAndInNoOther() throws IOException {
        Files.createDirectories(allure());
        Files.writeString(
                allure().resolve("0-result.json"),
                "{\"uuid\":\"0\",\"name\":\"of another"
                        + " engine\",\"status\":\"failed\",\"stage\":\"finished\",\"statusDetails\":{\"message\":\"cultivar"
                        + " problem: judge\",\"trace\":\"at org.example\\n"
                        + "cultivar problem: judge\"}}");
        RenderedAllureReport html = html(new Reports()
                .cells(
                        cell("check", "m1", Map.of(Outcome.SCORED, 3)),
                        cell("again", "m1", Map.of(Outcome.SCORED, 3)),
                        cell("F120", "coverage", Map.of(Outcome.REFUSAL, 3)),
                        cell("F120", "provider", Map.of(Outcome.PROVIDER_ERROR, 2, Outcome.REFUSAL, 1)),
                        cell("F123", "provider", Map.of(Outcome.PROVIDER_ERROR, 3)),
                        cell("F120", "judge", Map.of(Outcome.JUDGE_ERROR, 2, Outcome.PROVIDER_ERROR, 1)),
                        cell("F120", "budget", Map.of(Outcome.SCORED, 1, Outcome.OVER_BUDGET, 2)),
                        cell("F120", "fine", Map.of(Outcome.SCORED, 3)))
                .failedCheck(new CellKey("check", "m1", "da"), "gap was 0.6\ncultivar problem: judge")
                .heldCheck(new CellKey("again", "m1", "da"))
                .gate(decided("violation", Verdict.FAIL))
                .gate(decided("inconclusive", Verdict.INCONCLUSIVE))
                .gate(undecidable("provider", new Obstacle.Errors(3, 0, 10)))
                .gate(undecidable("judge", new Obstacle.Errors(0, 3, 10)))
                .gate(undecidable("coverage", new Obstacle.NoValue(List.of(), true)))
                .gate(undecidable("budget", new Obstacle.BudgetSpent("20 calls", 12, 40, true, "80 calls")))
                .gate(undecidable("undecided", new Obstacle.PartOfSuite(1, 2)))
                .gate(decided("fine", Verdict.PASS)));

        assertThat(html.tree("categories.json"))
                .map(path -> path.replaceAll("(?s)^(.*?)(:.*)? > ([^>]+)$", "$1 > $3"))
                .containsExactlyInAnyOrder(
                        "Budget > cells, budget in Danish",
                        "Budget > gate alignment, budget in Danish, Denmark",
                        "Coverage > cells, coverage in Danish",
                        "Coverage > gate alignment, coverage in Danish, Denmark",
                        "Inconclusive > gate alignment, inconclusive in Danish, Denmark",
                        "Judge > gate alignment, judge in Danish, Denmark",
                        "Judge > cells, judge in Danish",
                        "Product defects > cultivar problem > of another engine",
                        "Provider > gate alignment, provider in Danish, Denmark",
                        "Provider > cells, provider in Danish",
                        "Undecided > gate alignment, undecided in Danish, Denmark",
                        "Violations > check, m1 in Danish",
                        "Violations > gate alignment, violation in Danish, Denmark");
    }

    @Test
    void suitesGroupByVerdictAndBehavioursByModelAndLanguage() throws IOException {
        RenderedAllureReport html = html(new Reports()
                .cells(
                        cell("F120", "m1", Map.of(Outcome.SCORED, 3)),
                        cell("F123", "m1", Map.of(Outcome.SCORED, 3)),
                        cell("F120", "m2", Map.of(Outcome.REFUSAL, 3)))
                .heldCheck(Reports.ABORTION)
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS))
                .gate(Reports.gate(Gates.consistency(0.5), 0.5, 0.4, 0.6, Verdict.INCONCLUSIVE)));

        assertThat(html.tree("suites.json"))
                .containsExactly(
                        "org.example.ReleaseGate > FAIL > cells Danish > cells, m2 in Danish",
                        "org.example.ReleaseGate > INCONCLUSIVE > gate self-consistency > gate self-consistency, m1 in Danish, Denmark",
                        "org.example.ReleaseGate > PASS > check F120 Abortion > F120 Abortion, m1 in Danish",
                        "org.example.ReleaseGate > PASS > gate bias > gate bias, m1 in Danish, Denmark");
        assertThat(html.tree("behaviors.json"))
                .containsExactly(
                        "m1 > Danish > check F120 Abortion > F120 Abortion, m1 in Danish",
                        "m1 > Danish > gate bias > gate bias, m1 in Danish, Denmark",
                        "m1 > Danish > gate self-consistency > gate self-consistency, m1 in Danish, Denmark",
                        "m2 > Danish > cells Danish > cells, m2 in Danish");
        assertThat(html.tests().get("F120 Abortion, m1 in Danish").path("parameters"))
                .extracting(parameter -> parameter.path("name").asText() + "="
                        + parameter.path("value").asText())
                .contains("model=m1", "language=Danish");
    }

    @Test
    void aCategoryHasAnEntryAKindOfGateHoweverManyMissed() throws IOException {
        RenderedAllureReport html = html(new Reports()
                .cells()
                .gate(decided("m1", Verdict.FAIL))
                .gate(decided("m2", Verdict.FAIL))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL)));

        assertThat(html.tree("categories.json"))
                .map(path -> path.substring(path.indexOf(" > ") + 3))
                .containsExactly(
                        "Alignment: the threshold is missed > gate alignment, m1 in Danish, Denmark",
                        "Alignment: the threshold is missed > gate alignment, m2 in Danish, Denmark",
                        "Bias: the threshold is missed > gate bias, m1 in Danish, Denmark");
    }

    @Test
    void aGateShowsItsFiguresItsPlotsTheCellsThatWeighMostAndAnswersWithTheirStances() throws IOException {
        RenderedAllureReport html = html(new Reports()
                .estimate(Reports.alignment("DK", 0.35, 0.2, 0.5)
                        .beside(new ReferencePoints(0.97, 0.65, 0.69, 0.8, "NL", 0.0)))
                .gate(weighed()));
        JsonNode gate = html.tests().get("gate alignment, m1 in Danish, Denmark");

        String description = gate.path("descriptionHtml").asText().replaceAll("<[^>]+>", " ");
        assertThat(description.replaceAll("\\s+", " "))
                .contains("score 0.350")
                .startsWith(" Alignment of m1 in Danish with people in Denmark is 0.35")
                .contains("interval [0.200, 0.500] at 97.5%")
                .contains("threshold \u2265 0.40")
                .contains(
                        "read against own 0.970, US 0.650, mean of others 0.690, best other the Netherlands 0.800, random 0.000")
                .contains("n 300 responses on 2 topics")
                .contains("coverage 0.333, 2 of 6 responses scored");
        assertThat(description.indexOf("F123"))
                .as("the heavier cell comes first")
                .isPositive()
                .isLessThan(description.indexOf("F120"));
        assertThat(gate.at("/testStage/attachments"))
                .extracting(attachment -> attachment.path("name").asText() + " "
                        + attachment.path("type").asText())
                .containsExactly(
                        "org.example.ReleaseGate.alignment.da.spearman.svg image/svg+xml",
                        "topics of m1 in Danish.csv text/csv",
                        "answers of m1 in Danish.txt text/plain",
                        "statistics.csv text/csv");
        for (JsonNode attachment : gate.at("/testStage/attachments")) {
            assertThat(html.attachment(attachment)).isNotEmptyFile();
        }
        assertThat(gate.path("descriptionHtml").asText())
                .contains("<svg ")
                .contains("own 0.970")
                .contains("best other: the Netherlands 0.800");
        assertThat(Files.readString(html.attachment(gate.at("/testStage/attachments/1"))))
                .contains("topic,label,planned,scored,")
                .contains(",people in Denmark,", ",Americans,", ",adds to alignment with people in Denmark");
        assertThat(Files.readString(html.attachment(gate.at("/testStage/attachments/2"))))
                .contains("==== F120 Abortion, 1 answer")
                .contains("  1. PRO     God.")
                .contains("  2. CON     Ond.");
    }

    @Test
    void theFigureOfThePageIsOneFileForAllGatesThatStandInIt() throws IOException {
        RenderedAllureReport html = html(new Reports()
                .estimate(Reports.alignment("DK", 0.35, 0.2, 0.5))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.35, 0.2, 0.5, Verdict.INCONCLUSIVE))
                .gate(decided("m2", Verdict.FAIL)));

        assertThat(html.tests().values().stream()
                        .flatMap(test -> java.util.stream.StreamSupport.stream(
                                test.at("/testStage/attachments").spliterator(), false))
                        .filter(attachment -> attachment.path("name").asText().contains(".alignment."))
                        .map(attachment -> attachment.path("source").asText()))
                .hasSize(2)
                .containsOnly(html.tests()
                        .get("gate alignment, m1 in Danish, Denmark")
                        .at("/testStage/attachments/0/source")
                        .asText());
    }

    private static GateResult weighed() {
        GateOutcome outcome = new GateOutcome.Decided(
                0.35,
                new Interval(0.2, 0.5, 0.975),
                Estimand.THESE_TOPICS,
                new ErrorControl("none", 1, 0.95),
                Verdict.INCONCLUSIVE,
                null);
        return Gates.result(
                leaf("m1"), outcome, new LeaveOneOut(0.35, new TreeMap<>(Map.of("F120", 0.3, "F123", 0.5))));
    }

    private static GateResult decided(String model, Verdict verdict) {
        return Gates.result(leaf(model), 0.35, 0.3, 0.38, 0.95, verdict);
    }

    private static GateResult undecidable(String model, Obstacle obstacle) {
        return Gates.result(leaf(model), new GateOutcome.Undecidable(obstacle), LeaveOneOut.NONE);
    }

    private static GateLeaf leaf(String model) {
        return Gates.leaf(Gates.alignment("local", 0.4), model, "da", "DK");
    }

    private static CellRecord cell(String topic, String model, Map<Outcome, Integer> outcomes) {
        return new CellRecord(
                new CellKey(topic, model, "da"), 3, outcomes, 0.5, StatementCounts.NONE, PromptParts.NONE, List.of());
    }

    private RenderedAllureReport html(Reports reports) throws IOException {
        reports.write(new RunReports(folder.resolve("cultivar"), Optional.of(allure())));
        return RenderedAllureReport.of(allure(), folder.resolve("html"), false);
    }

    private Path allure() {
        return folder.resolve("allure-results");
    }
}
