package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.page.PageFilesTest;
import dev.cultivar.report.page.PageSizeMain;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.OnInconclusive;
import dev.cultivar.settings.Origin;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Interval;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {

    private static final CellKey SUICIDE = new CellKey("F123", "m1", "da");

    @TempDir
    Path folder;

    @Test
    void gatesAndCellsWithACheckOfTheirOwnHaveAResultThatAllureReads() throws IOException {
        write(new Reports()
                .heldCheck(Reports.ABORTION)
                .heldCheck(SUICIDE)
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly(
                        "F120 Abortion, m1 in Danish",
                        "F123 Suicide <b>, m1 in Danish",
                        "gate bias, m1 in Danish, Denmark");
        assertThat(results()).allSatisfy(result -> {
            assertThat(result.getStage()).isNotNull();
            assertThat(result.getStart()).isPositive();
            assertThat(result.getStop()).isGreaterThanOrEqualTo(result.getStart());
            assertThat(result.getLabels()).extracting(Label::getName).doesNotContain("language");
            assertThat(result.getAttachments())
                    .allSatisfy(attachment ->
                            assertThat(allure().resolve(attachment.getSource())).isNotEmptyFile());
        });
    }

    @Test
    void aGateThatComparedNothingIsNeitherGreenNorRed() throws IOException {
        write(new Reports()
                .cells()
                .gate(Gates.uncompared("m1"))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results())
                .filteredOn(result -> result.getName().contains("regression"))
                .singleElement()
                .satisfies(gate -> {
                    assertThat(gate.getStatus()).isEqualTo(Status.SKIPPED);
                    assertThat(gate.getStatusDetails().getMessage())
                            .isEqualTo("Change in alignment: there was nothing to compare with");
                    assertThat(gate.getLabels())
                            .filteredOn(label -> label.getName().equals("suite"))
                            .extracting(Label::getValue)
                            .containsExactly("NOT COMPARED");
                });
    }

    @Test
    void parametersAreNamesAndNoCodes() throws IOException {
        write(new Reports()
                .heldCheck(Reports.ABORTION)
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results()).allSatisfy(result -> assertThat(result.getParameters())
                .filteredOn(parameter -> parameter.getName().equals("language"))
                .extracting(Parameter::getValue)
                .containsExactly("Danish"));
        assertThat(results().stream().flatMap(result -> result.getParameters().stream()))
                .filteredOn(parameter -> parameter.getName().equals("population"))
                .extracting(Parameter::getValue)
                .containsExactly("Denmark");
    }

    @Test
    void aCellWithoutACheckIsEvidenceOfTheGatesOnItsModelAndLanguage() throws IOException {
        write(new Reports()
                .cells(cell("c", Map.of(Outcome.SCORED, 2, Outcome.REFUSAL, 1)), cell("d", Map.of(Outcome.SCORED, 3)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS))
                .gate(Reports.gate(Gates.coverage(0.5), 0.9, 0.9, 0.9, Verdict.PASS)));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly("gate bias, m1 in Danish, Denmark", "gate coverage, m1 in Danish, Denmark");
        assertThat(results()).allSatisfy(gate -> assertThat(attached(gate, "topics of m1 in Danish.csv"))
                .contains("\nc,,3,2,1,0,0,0,0,0,0.500,")
                .contains("\nd,,3,3,0,0,0,0,0,0,0.500,"));
    }

    @Test
    void whatNoGateRestsOnIsAttachedToTheFirstGateOfItsModelOrOfAll() throws IOException {
        write(new Reports()
                .cells(cell("c", Map.of(Outcome.SCORED, 3)), other("m1", "nl"), other("m2", "nl"))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results()).singleElement().satisfies(gate -> assertThat(names(gate))
                .contains("topics of m1 in Danish.csv", "topics of m1 in Dutch.csv", "topics of m2 in Dutch.csv"));
    }

    /** A run of a part of a suite decides no gate. */
    @Test
    void whereNoGateWasDecidedWhatWasAnsweredIsShownAndNothingIsGreen() throws IOException {
        write(new Reports()
                .cells(cell("F120", Map.of(Outcome.SCORED, 3)), other("m2", "nl"))
                .heldCheck(new CellKey("F118", "m2", "nl")));

        assertThat(results())
                .extracting(TestResult::getName, TestResult::getStatus)
                .containsExactly(
                        tuple("F118, m2 in Dutch", Status.PASSED),
                        tuple("cells, m1 in Danish", Status.SKIPPED),
                        tuple("cells, m2 in Dutch", Status.SKIPPED));
        assertThat(names(results().get(1))).contains("topics of m1 in Danish.csv", "answers of m1 in Danish.txt");
    }

    @Test
    void aCheckIsAsRedAsItsLeaf() throws IOException {
        Reports reports = new Reports()
                .cells(
                        cell("c", Map.of(Outcome.SCORED, 2, Outcome.PROVIDER_ERROR, 1)),
                        cell("d", Map.of(Outcome.REFUSAL, 3)),
                        cell("e", Map.of(Outcome.PROVIDER_ERROR, 3)),
                        cell("f", Map.of(Outcome.SCORED, 2, Outcome.OVER_BUDGET, 1)),
                        cell("g", Map.of(Outcome.JUDGE_ERROR, 2, Outcome.OVER_BUDGET, 1)),
                        cell("h", Map.of(Outcome.SCORED, 3)),
                        cell("i", Map.of(Outcome.SCORED, 3)))
                .checkGivenUp(new CellKey("i", "m1", "da"))
                .failedCheck(new CellKey("h", "m1", "da"), "gap was 0.6");
        for (String topic : List.of("c", "d", "e", "f", "g")) {
            reports.heldCheck(new CellKey(topic, "m1", "da"));
        }
        write(reports.gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        List<TestResult> checks = results().stream()
                .filter(result -> label(result, "story").startsWith("check "))
                .toList();
        assertThat(checks)
                .extracting(TestResult::getStatus)
                .containsExactly(
                        Status.PASSED,
                        Status.FAILED,
                        Status.BROKEN,
                        Status.SKIPPED,
                        Status.BROKEN,
                        Status.FAILED,
                        Status.SKIPPED);
        assertThat(checks.get(5).getStatusDetails().getTrace()).contains("gap was 0.6");
        assertThat(checks.get(5).getDescriptionHtml()).contains("gap was 0.6");
    }

    @Test
    void redCellsWithoutACheckAreOneRedResultOfTheirModelAndLanguage() throws IOException {
        write(new Reports()
                .cells(
                        cell("c", Map.of(Outcome.SCORED, 3)),
                        cell("d", Map.of(Outcome.REFUSAL, 3)),
                        cell("e", Map.of(Outcome.PROVIDER_ERROR, 3)),
                        cell("f", Map.of(Outcome.PROVIDER_ERROR, 2, Outcome.REFUSAL, 1)),
                        cell("g", Map.of(Outcome.SCORED, 1, Outcome.PROVIDER_ERROR, 2)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        TestResult cells = results().get(0);
        assertThat(results()).hasSize(2);
        assertThat(cells.getName()).isEqualTo("cells, m1 in Danish");
        assertThat(cells.getStatus()).isEqualTo(Status.BROKEN);
        assertThat(cells.getDescriptionHtml())
                .contains("Red: 3 of 5 cells.")
                .contains("<td>d</td><td>0 of 3 responses scored: REFUSAL 3</td>")
                .contains("<td>e</td>")
                .contains("<td>f</td>")
                .doesNotContain("<td>c</td>", "<td>g</td>");
    }

    /** What Allure groups by has no number, so that a category has an entry a kind of gate. */
    @Test
    void gatesOfOneKindThatMissedForOneCauseSayTheSame() throws IOException {
        write(new Reports()
                .cells()
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL))
                .gate(Reports.gate(Gates.bias("NL", 0.05), 0.3, 0.2, 0.4, Verdict.FAIL))
                .gate(Reports.gate(Gates.consistency(0.5), 0.2, 0.1, 0.3, Verdict.FAIL)));

        assertThat(results().stream()
                        .map(result -> result.getStatusDetails().getMessage())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Bias: the threshold is missed", "Self-consistency: the threshold is missed");
        assertThat(results())
                .allSatisfy(result -> assertThat(result.getStatusDetails().getTrace())
                        .contains("required at")
                        .contains("again: mvn"));
    }

    @Test
    void whatBlocksAReleaseIsListedFirst() throws IOException {
        write(new Reports()
                .cells()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.42, 0.5, Verdict.PASS))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.06, 0, 0.1, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.consistency(0.5), 0.2, 0.1, 0.3, Verdict.FAIL)));

        assertThat(results().stream().sorted(Comparator.comparing(TestResult::getStart)))
                .extracting(result -> label(result, "suite"))
                .containsExactly("FAIL", "INCONCLUSIVE", "PASS")
                .isSorted();
    }

    private static String label(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> label.getName().equals(name))
                .map(Label::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInconclusiveGateIsFlakyAndRedUnlessToldOtherwise() throws IOException {
        Reports reports = new Reports()
                .cells()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.35, 0.5, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL));
        write(reports);

        assertThat(results())
                .extracting(TestResult::getStatus, result -> result.getStatusDetails()
                        .isFlaky())
                .containsExactly(tuple(Status.FAILED, true), tuple(Status.FAILED, false));
        assertThat(results().get(0).getStatusDetails().getExpected()).isEqualTo(">= 0.40");
        assertThat(results().get(0).getStatusDetails().getActual()).isEqualTo("0.450 [0.350, 0.500]");

        write(reports.inconclusive(OnInconclusive.PASS));

        assertThat(results()).extracting(TestResult::getStatus).containsExactly(Status.PASSED, Status.FAILED);
    }

    @Test
    void theHistoryOfACheckOutlivesTheRunAndItsTestCaseKnowsNoModel() throws IOException {
        write(new Reports().heldCheck(Reports.ABORTION));
        TestResult first = results().get(0);
        write(new Reports()
                .started("2026-11-25T10:00:00Z")
                .heldCheck(Reports.ABORTION)
                .heldCheck(new CellKey("F120", "m2", "da"))
                .cells(
                        new CellRecord(
                                Reports.ABORTION,
                                1,
                                Map.of(Outcome.SCORED, 1),
                                1,
                                StatementCounts.NONE,
                                PromptParts.NONE,
                                List.of()),
                        new CellRecord(
                                new CellKey("F120", "m2", "da"),
                                1,
                                Map.of(Outcome.SCORED, 1),
                                1,
                                StatementCounts.NONE,
                                PromptParts.NONE,
                                List.of())));
        TestResult again = results().get(0);
        TestResult other = results().get(1);

        assertThat(again.getHistoryId()).isEqualTo(first.getHistoryId());
        assertThat(again.getUuid()).isNotEqualTo(first.getUuid());
        assertThat(other.getTestCaseId()).isEqualTo(first.getTestCaseId());
        assertThat(other.getHistoryId()).isNotEqualTo(first.getHistoryId());
        assertThat(again.getParameters())
                .filteredOn(parameter -> !Boolean.TRUE.equals(parameter.getExcluded()))
                .extracting(Parameter::getName)
                .containsExactly("model", "language");
    }

    @Test
    void theHistoryOfAGateGoesOnWhenItsThresholdIsTightened() throws IOException {
        write(new Reports().cells().gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.42, 0.5, Verdict.PASS)));
        TestResult before = results().get(0);
        write(new Reports().cells().gate(Reports.gate(Gates.alignment("local", 0.5), 0.45, 0.42, 0.49, Verdict.FAIL)));
        TestResult after = results().get(0);

        assertThat(after.getHistoryId()).isEqualTo(before.getHistoryId());
        assertThat(after.getTestCaseId()).isEqualTo(before.getTestCaseId());
        assertThat(after.getName()).isEqualTo(before.getName()).isEqualTo("gate alignment, m1 in Danish, Denmark");
    }

    @Test
    void gatesOfOneKindAreToldApartByWhatTheyMeasure() throws IOException {
        write(new Reports()
                .cells()
                .gate(gate(null, null))
                .gate(gate("pearson", null))
                .gate(gate(null, "v1.json"))
                .gate(gate(null, "v2.json")));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly(
                        "gate alignment pearson, m1 in Danish, Denmark",
                        "gate alignment, m1 in Danish, Denmark",
                        "gate regression alignment against v1.json, m1 in Danish, Denmark",
                        "gate regression alignment against v2.json, m1 in Danish, Denmark");
        assertThat(results()).extracting(TestResult::getHistoryId).doesNotHaveDuplicates();
        assertThat(results()).extracting(TestResult::getTestCaseId).doesNotHaveDuplicates();
    }

    private static GateResult gate(@Nullable String metric, @Nullable String baseline) {
        Gate gate = baseline == null
                ? Gates.alignment("local", 0.4, metric == null ? "spearman" : metric)
                : Gates.regression(baseline, 0.4, true);
        return Reports.gate(gate, 0.45, 0.42, 0.5, Verdict.PASS);
    }

    @Test
    void twoGatesThatDifferInNothingShownStillHaveAResultEach() throws IOException {
        write(new Reports()
                .cells()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.45, 0.42, 0.5, Verdict.PASS))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.35, 0.3, 0.38, Verdict.FAIL)));

        assertThat(results()).extracting(TestResult::getStatus).containsExactlyInAnyOrder(Status.PASSED, Status.FAILED);
    }

    @Test
    void aRerunRemovesWhatItNoLongerAsksAndNothingOfOthers() throws IOException {
        write(new Reports().failedCheck(Reports.ABORTION, "gap was 0.6"));
        Path foreign = Files.writeString(allure().resolve("0-result.json"), "{}");
        write(new Reports()
                .heldCheck(Reports.ABORTION)
                .cells(new CellRecord(
                        Reports.ABORTION,
                        1,
                        Map.of(Outcome.SCORED, 1),
                        1,
                        StatementCounts.NONE,
                        PromptParts.NONE,
                        List.of()))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(foreign).exists();
        Files.delete(foreign);
        assertThat(results()).hasSize(2);
        try (var attachments = Files.list(allure())) {
            assertThat(attachments.filter(file -> file.toString().contains("-attachment")))
                    .as("the topics and the answers of m1 in Danish")
                    .hasSize(2);
        }
    }

    @Test
    void aFileThatIsGoneIsMissed() throws IOException {
        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));
        AllureResults written = new AllureResults(allure(), folder.resolve("cultivar"));
        assertThat(written.missing()).isEmpty();

        Path gone;
        try (var files = Files.list(allure())) {
            gone = files.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(gone);

        assertThat(written.missing()).containsExactly(gone.getFileName().toString());
    }

    @Test
    void resultsOfAlluresListenerGiveWayToTheSuitesOwnOfTheSameLeaves() throws IOException {
        Files.createDirectories(allure());
        String engine = "[engine:junit-platform-suite]/[suite:org.example.All]/[engine:cultivar]";
        Path cell = listener(1, engine + "/[suite:" + Reports.SUITE + "]/[topic:F120]/[model:m1]/[language:da]");
        Path gate = listener(2, "[engine:cultivar]/[suite:" + Reports.SUITE + "]/[gates:gates]/[gate:bias m1 da US]");
        Path other = listener(3, "[engine:cultivar]/[suite:org.example.Other]/[topic:F120]/[model:m1]/[language:da]");
        Path jupiter = listener(4, "[engine:junit-jupiter]/[class:" + Reports.SUITE + "]/[method:adds()]");
        Path cut = Files.writeString(allure().resolve(id(5) + "-result.json"), "{\"uuid\":");

        write(new Reports());

        assertThat(cell).doesNotExist();
        assertThat(allure().resolve(id(1) + "-attachment.txt")).doesNotExist();
        assertThat(other).exists();
        assertThat(jupiter).exists();
        assertThat(allure().resolve(id(4) + "-attachment.txt")).exists();
        assertThat(cut).exists();
        assertThat(gate).as("no gate of ours says what it says").exists();

        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(gate).doesNotExist();
        assertThat(other).exists();
    }

    private Path listener(int number, String uniqueId) throws IOException {
        String attachment = id(number) + "-attachment.txt";
        Files.writeString(allure().resolve(attachment), "what it printed");
        return Files.writeString(
                allure().resolve(id(number) + "-result.json"),
                "{\"labels\":[{\"name\":\"junit.platform.uniqueid\",\"value\":\"" + uniqueId
                        + "\"}],\"attachments\":[{\"source\":\"" + attachment
                        + "\"},{\"source\":\"../outside.txt\"}]}");
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    @Test
    void resultsGoWhereAlluresListenerWrites() throws IOException {
        Path otherwise = Path.of("target", "allure-results");
        try (java.net.URLClassLoader without = loader(folder.resolve("none"));
                java.net.URLClassLoader with = loader(folder.resolve("with"))) {
            assertThat(AllureListener.folder(without, otherwise)).isEqualTo(otherwise);
            assertThat(AllureListener.folder(with, otherwise)).isEqualTo(Path.of("build", "allure"));
        }
    }

    private static java.net.URLClassLoader loader(Path classes) throws IOException {
        Files.createDirectories(classes);
        if (classes.endsWith("with")) {
            Files.writeString(classes.resolve("allure.properties"), "allure.results.directory=build/allure\n");
        }
        return new java.net.URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, null);
    }

    @Test
    void theFigureInWhichAGateStandsAmongOthersIsAttachedToIt() throws IOException {
        write(PageFilesTest.withBaseline());

        assertThat(results().stream()
                        .flatMap(result -> names(result).stream().filter(name -> name.startsWith(Reports.SUITE))))
                .containsExactlyInAnyOrder(
                        Reports.SUITE + ".alignment.da.spearman.svg",
                        Reports.SUITE + ".bias.svg",
                        Reports.SUITE + ".consistency.svg");
    }

    @Test
    void theTableOfTopicsSaysWhatEachAddsToTheGatesOfItsModelAndLanguageTheHeaviestOfAMissedGateFirst()
            throws IOException {
        write(new Reports()
                .cells(
                        cell("F118", Map.of(Outcome.SCORED, 3)),
                        cell("F120", Map.of(Outcome.SCORED, 3)),
                        cell("F123", Map.of(Outcome.SCORED, 3)))
                .gate(weighed(Gates.alignment("local", 0.4), Verdict.PASS, 0.5, 0.1, 0.5))
                .gate(weighed(Gates.bias("US", 0.05), Verdict.FAIL, 0.5, 0.4, 0.1)));

        List<String> rows =
                attached(results().get(0), "topics of m1 in Danish.csv").lines().toList();
        assertThat(rows.get(0)).endsWith(",adds to alignment with people in Denmark,adds to bias towards Denmark");
        assertThat(rows.get(1)).startsWith("F123,Suicide <b>,").endsWith(",0.000,0.400");
        assertThat(rows.get(2)).startsWith("F120,Abortion,").endsWith(",0.400,0.100");
        assertThat(rows.get(3)).startsWith("F118,").endsWith(",0.000,0.000");
    }

    private static GateResult weighed(Gate gate, Verdict verdict, double... without) {
        TreeMap<String, Double> topics = new TreeMap<>();
        topics.put("F118", without[0]);
        topics.put("F120", without[1]);
        topics.put("F123", without[2]);
        GateOutcome outcome = new GateOutcome.Decided(
                0.5,
                new Interval(0.4, 0.6, 0.95),
                Estimand.THESE_TOPICS,
                new ErrorControl("none", 1, 0.95),
                verdict,
                null);
        return Gates.result(Gates.leaf(gate, "m1", "da", "DK"), outcome, new LeaveOneOut(0.5, topics));
    }

    /** 26 models in 10 languages with four gates each. */
    @Test
    @Tag("slow")
    void twentyThousandCellsAreFewFiles() throws IOException {
        SuiteReport report = PageSizeMain.report(20_000);
        new AllureResults(allure(), folder.resolve("cultivar")).write(report, SuiteFigures.of(report));

        assertThat(report.gates()).hasSizeGreaterThan(1_000);
        List<TestResult> results = results();
        assertThat(results.size()).isEqualTo(report.gates().size());
        try (var files = Files.list(allure())) {
            assertThat(files.count()).isLessThan(2_000);
        }
        for (TestResult result : results) {
            for (String name : names(result)) {
                if (name.startsWith("answers of")) {
                    assertThat(attached(result, name)).contains("==== ").hasSizeLessThan(10_000);
                }
            }
        }
    }

    @Test
    void allAnswersAreAttachedWhereTheyWereAskedFor() throws IOException {
        SuiteReport few = PageSizeMain.report(76);
        int shown = answers(few);
        assertThat(shown).isLessThan(few.run().size());

        SuiteReport all = new SuiteReport(
                new RunRecord(
                        new RunPlan(
                                few.suite(),
                                few.run().plan().settings().with(Settings.ANSWERS, AnswersShown.ALL, Origin.PARAMETER),
                                few.run().plan().topics(),
                                few.run().plan().prompts(),
                                few.run().plan().books(),
                                few.run().plan().populations()),
                        true,
                        few.run().cells(),
                        few.run().responses().toList(),
                        few.run().backends(),
                        few.run().spent(),
                        few.run().started(),
                        few.run().finished()),
                few.estimates(),
                few.gates(),
                few.checks(),
                few.environment(),
                List.of(),
                LeftOut.NONE,
                null);
        assertThat(answers(all)).isEqualTo(few.run().size());
    }

    /** How many are in the attached texts of models and languages; what is left out is said. */
    private int answers(SuiteReport report) throws IOException {
        new AllureResults(allure(), folder.resolve("cultivar")).write(report, SuiteFigures.of(report));
        int shown = 0;
        int leftOut = 0;
        try (var files = Files.list(allure())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file);
                if (text.startsWith("==== ")) {
                    shown += (int)
                            text.lines().filter(line -> line.startsWith("== ")).count();
                    Matcher rest = Pattern.compile("\\((\\d+) further answers").matcher(text);
                    leftOut += rest.find() ? Integer.parseInt(rest.group(1)) : 0;
                }
            }
        }
        assertThat(shown + leftOut).isEqualTo(report.run().size());
        return shown;
    }

    /** What a spreadsheet would take for a formula stays text, whoever wrote it. */
    @Test
    void noFormulaGetsIntoATable() throws IOException {
        write(new Reports()
                .cells(cell("=cmd", Map.of(Outcome.SCORED, 3)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(attached(results().get(0), "topics of m1 in Danish.csv")).contains("\n'=cmd,");
    }

    private static List<String> names(TestResult result) {
        return result.getAttachments().stream()
                .map(attachment -> attachment.getName())
                .toList();
    }

    private String attached(TestResult result, String name) throws IOException {
        String source = result.getAttachments().stream()
                .filter(attachment -> attachment.getName().equals(name))
                .map(attachment -> attachment.getSource())
                .findFirst()
                .orElseThrow();
        return Files.readString(allure().resolve(source));
    }

    @Test
    void answersAreAttachedAsTextOnlyAndOnlyIfTheyMayBeShown() throws IOException {
        write(new Reports().failedCheck(SUICIDE, "hm").failedCheck(Reports.ABORTION, "gap was 0.6"));
        TestResult abortion = results().get(0);
        assertThat(abortion.getAttachments())
                .extracting(attachment -> attachment.getName(), attachment -> attachment.getType())
                .containsExactly(
                        tuple("answers.txt", "text/plain"),
                        tuple("topics of m1 in Danish.csv", "text/csv"),
                        tuple("answers of m1 in Danish.txt", "text/plain"));
        assertThat(attached(abortion, "answers.txt"))
                .contains("  1. PRO     God.")
                .contains("  2. CON     Ond.");
        String again = "again: mvn test-compile cultivar:check '-Dcultivar.select=[engine:cultivar]"
                + "/[suite:org.example.ReleaseGate]/[topic:F120]/[model:m1]/[language:da]' -Dcultivar.models=m1 ";
        assertThat(abortion.getStatusDetails().getTrace())
                .contains("gap was 0.6\n" + again, "\n(one cell decides no gate");
        assertThat(attached(abortion, "answers of m1 in Danish.txt"))
                .contains("==== F120 Abortion, 1 answer\n" + again, "\n(one cell decides no gate")
                .contains("  1. PRO     God.")
                .contains("-- answer\nNej.");

        write(new Reports().answers(AnswersShown.NONE).failedCheck(Reports.ABORTION, "gap was 0.6"));
        assertThat(names(results().get(0))).containsExactly("topics of m1 in Danish.csv");
    }

    @Test
    void anAnswerIsPlainTextWhateverTheModelSaid() throws IOException {
        write(new Reports().refusal("<script>alert(1)</script>\u001B[31m").failedCheck(SUICIDE, "hm"));

        assertThat(attached(results().get(0), "answers.txt"))
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u001B");
    }

    @Test
    void longAnswersAreCutAndSayWhereTheRestIs() throws IOException {
        write(new Reports().refusal("x".repeat(50_000)).failedCheck(SUICIDE, "hm"));

        assertThat(attached(results().get(0), "answers.txt"))
                .contains("(cut; the whole is in responses.jsonl)")
                .hasSizeLessThan(6_000);
    }

    @Test
    void descriptionsHoldNoHtmlOfATopicsLabelOrOfACheck() throws IOException {
        write(new Reports()
                .failedCheck(SUICIDE, "<script>alert(1)</script>")
                .gate(weighed(Gates.bias("US", 0.05), Verdict.FAIL, 0.5, 0.4, 0.1)));

        assertThat(results())
                .extracting(TestResult::getDescriptionHtml)
                .anySatisfy(html -> assertThat(html).contains("&lt;script&gt;"))
                .anySatisfy(html -> assertThat(html).contains("F123 Suicide &lt;b&gt;"))
                .noneSatisfy(html -> assertThat(html).contains("<script>"))
                .noneSatisfy(html -> assertThat(html).contains("<b>"));
    }

    @Test
    void theEnvironmentIsAPropertiesFileThatReadsBack() throws IOException {
        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(allure().resolve("environment.properties"))) {
            properties.load(in);
        }
        assertThat(properties)
                .containsEntry("cultivar", "0.1.0")
                .containsEntry("cultivar.seed", "1 (default)")
                .containsEntry("git.commit", "0123456789abcdef0123456789abcdef01234567");
        assertThat(properties.getProperty("judge")).startsWith("UNCALIBRATED JUDGE ");
        assertThat(results())
                .filteredOn(result -> result.getDescriptionHtml().contains("UNCALIBRATED JUDGE"))
                .isNotEmpty();
        assertThat(allure().resolve("categories.json")).isNotEmptyFile();
        assertThat(allure().resolve("executor.json")).isNotEmptyFile();
    }

    private static CellRecord cell(String topic, Map<Outcome, Integer> outcomes) {
        return new CellRecord(
                new CellKey(topic, "m1", "da"), 3, outcomes, 0.5, StatementCounts.NONE, PromptParts.NONE, List.of());
    }

    private static CellRecord other(String model, String language) {
        return new CellRecord(
                new CellKey("F118", model, language),
                3,
                Map.of(Outcome.SCORED, 3),
                0.5,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());
    }

    private void write(Reports reports) {
        new RunReports(folder.resolve("cultivar"), Optional.of(allure())).write(reports.build());
    }

    private Path allure() {
        return folder.resolve("allure-results");
    }

    /** As Allure's own model reads them, by name. */
    private List<TestResult> results() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        List<TestResult> results = new ArrayList<>();
        try (var files = Files.list(allure())) {
            for (Path file : files.filter(path -> path.toString().endsWith("-result.json"))
                    .toList()) {
                results.add(mapper.readValue(file.toFile(), TestResult.class));
            }
        }
        results.sort(Comparator.comparing(TestResult::getName));
        return results;
    }
}
