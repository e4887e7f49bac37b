package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.page.PageFilesTest;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.OnInconclusive;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {

    @TempDir
    Path folder;

    @Test
    void everyCellAndEveryGateHasAResultThatAllureReads() throws IOException {
        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(results())
                .extracting(TestResult::getName)
                .containsExactly("F120 Abortion, m1, da", "F123 Suicide <b>, m1, da", "gate bias, m1, da, DK");
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
    void aCellsStatusSaysHowItEnded() throws IOException {
        write(new Reports()
                .cells(
                        cell("c", Map.of(Outcome.SCORED, 2, Outcome.REFUSAL, 1)),
                        cell("d", Map.of(Outcome.REFUSAL, 3)),
                        cell("e", Map.of(Outcome.SCORED, 2, Outcome.PROVIDER_ERROR, 1)),
                        cell("f", Map.of(Outcome.SCORED, 2, Outcome.OVER_BUDGET, 1)),
                        cell("g", Map.of(Outcome.JUDGE_ERROR, 1, Outcome.OVER_BUDGET, 2)),
                        cell("h", Map.of(Outcome.SCORED, 3)))
                .failedCheck(new dev.cultivar.run.plan.CellKey("h", "m1", "da"), "gap was 0.6"));

        assertThat(results())
                .extracting(TestResult::getStatus)
                .containsExactly(
                        Status.PASSED, Status.FAILED, Status.BROKEN, Status.SKIPPED, Status.BROKEN, Status.FAILED);
        assertThat(results().get(5).getStatusDetails().getMessage()).isEqualTo("gap was 0.6");
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
    void theHistoryOfACellOutlivesTheRunAndItsTestCaseKnowsNoModel() throws IOException {
        write(new Reports());
        TestResult first = results().get(0);
        write(new Reports()
                .started("2026-11-25T10:00:00Z")
                .cells(
                        new CellRecord(Reports.ABORTION, 1, Map.of(Outcome.SCORED, 1), 1, StatementCounts.NONE),
                        new CellRecord(
                                new dev.cultivar.run.plan.CellKey("F120", "m2", "da"),
                                1,
                                Map.of(Outcome.SCORED, 1),
                                1,
                                StatementCounts.NONE)));
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
        assertThat(after.getName()).isEqualTo(before.getName()).isEqualTo("gate alignment, m1, da, DK");
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
                        "gate alignment pearson, m1, da, DK",
                        "gate alignment, m1, da, DK",
                        "gate regression alignment against v1.json, m1, da, DK",
                        "gate regression alignment against v2.json, m1, da, DK");
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
        write(new Reports());
        Path foreign = Files.writeString(allure().resolve("0-result.json"), "{}");
        write(new Reports()
                .cells(new CellRecord(Reports.ABORTION, 1, Map.of(Outcome.SCORED, 1), 1, StatementCounts.NONE)));

        assertThat(foreign).exists();
        Files.delete(foreign);
        assertThat(results()).hasSize(1);
        try (var attachments = Files.list(allure())) {
            assertThat(attachments.filter(file -> file.toString().contains("-attachment")))
                    .hasSize(2);
        }
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
    void everyFigureOfThePageIsAttachedToAGate() throws IOException {
        write(PageFilesTest.withBaseline());

        assertThat(results().stream()
                        .flatMap(result -> result.getAttachments().stream())
                        .map(attachment -> attachment.getName())
                        .filter(name -> name.startsWith(Reports.SUITE)))
                .contains(
                        Reports.SUITE + ".alignment.da.spearman.svg",
                        Reports.SUITE + ".bias.svg",
                        Reports.SUITE + ".consistency.svg",
                        Reports.SUITE + ".gaps.1.svg",
                        Reports.SUITE + ".baseline.baselines_v1.json.alignment.svg")
                .doesNotHaveDuplicates();
    }

    @Test
    void gatesAndCellsAreAttachedWithTheSentencesOfResultsJson() throws IOException {
        write(new Reports()
                .cells(cell("c", Map.of(Outcome.REFUSAL, 3)))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.2, 0.1, 0.3, Verdict.FAIL)));

        JsonNode whole = new JsonMapper()
                .readTree(folder.resolve("cultivar/results.json").toFile());
        assertThat(whole.at("/gates/0/message").asText()).isNotEmpty();
        assertThat(whole.at("/cells/0/note").isTextual()).isTrue();
        assertThat(attached("gate.json")).isEqualTo(whole.at("/gates/0"));
        assertThat(attached("cell.json")).isEqualTo(whole.at("/cells/0"));
    }

    private JsonNode attached(String name) throws IOException {
        String source = results().stream()
                .flatMap(result -> result.getAttachments().stream())
                .filter(attachment -> attachment.getName().equals(name))
                .map(attachment -> attachment.getSource())
                .findFirst()
                .orElseThrow();
        return new JsonMapper().readTree(allure().resolve(source).toFile());
    }

    @Test
    void answersAreAttachedAsTextOnlyAndOnlyIfTheyMayBeShown() throws IOException {
        write(new Reports().answer("<script>alert(1)</script>\u001B[31m"));
        assertThat(results().get(0).getAttachments())
                .extracting(attachment -> attachment.getName(), attachment -> attachment.getType())
                .containsExactly(tuple("cell.json", "application/json"), tuple("answers.txt", "text/plain"));
        assertThat(Files.readString(allure().resolve(
                                results().get(0).getAttachments().get(1).getSource())))
                .contains("<script>alert(1)</script>")
                .doesNotContain("\u001B");

        write(new Reports().answers(AnswersShown.NONE));
        assertThat(results().get(0).getAttachments())
                .extracting(attachment -> attachment.getName())
                .containsExactly("cell.json");
    }

    @Test
    void longAnswersAreCutAndSayWhereTheRestIs() throws IOException {
        write(new Reports().answer("x".repeat(50_000)));

        assertThat(Files.readString(allure().resolve(
                                results().get(0).getAttachments().get(1).getSource())))
                .contains("(cut; the whole is in responses.jsonl)")
                .hasSizeLessThan(6_000);
    }

    @Test
    void descriptionsHoldNoHtmlOfATopicsLabel() throws IOException {
        write(new Reports());

        assertThat(results().get(1).getDescription())
                .contains("Suicide &#60;b&#62;")
                .doesNotContain("<");
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
                .filteredOn(result -> result.getDescription().contains("UNCALIBRATED JUDGE"))
                .isNotEmpty();
        assertThat(allure().resolve("categories.json")).isNotEmptyFile();
        assertThat(allure().resolve("executor.json")).isNotEmptyFile();
    }

    private static CellRecord cell(String topic, Map<Outcome, Integer> outcomes) {
        return new CellRecord(
                new dev.cultivar.run.plan.CellKey(topic, "m1", "da"), 3, outcomes, 0.5, StatementCounts.NONE);
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
