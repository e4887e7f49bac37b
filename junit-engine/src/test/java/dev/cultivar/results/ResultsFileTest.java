package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.history.Difference;
import dev.cultivar.history.Incomparable;
import dev.cultivar.io.SealedJson;
import dev.cultivar.report.Baselines;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.BaselineObstacle;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.Estimand;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFileTest {

    @TempDir
    Path output;

    @Test
    void whatIsWrittenFollowsThePublishedSchema() throws IOException {
        write(full());

        assertThat(againstSchema(output.resolve("results.json"))).isEmpty();
    }

    @Test
    void theSchemaRefusesAGateWithoutAnEstimateThatPasses() throws IOException {
        write(new Reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), Double.NaN, Double.NaN, Double.NaN, Verdict.PASS)));

        assertThat(againstSchema(output.resolve("results.json"))).isNotEmpty();
    }

    @Test
    void aNumberThatDoesNotExistIsNullAndItsNoteSaysWhy() throws IOException {
        write(new Reports()
                .estimate(Reports.estimate(
                        Statistic.ALIGNMENT,
                        "DK",
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        new Note.FewTopics(2, Note.Need.TRUTH, 5))));

        JsonNode file = json("results.json");
        assertThat(file.at("/results/0/estimate").isNull()).isTrue();
        assertThat(file.at("/results/0/note").asText())
                .isEqualTo("only 2 topics with a survey figure; at least 5 are needed");
        assertThat(file.at("/cells/1/polarity").isNull()).isTrue();
        assertThat(file.at("/cells/1/note").asText()).isEqualTo("no response was scored");
        assertThat(Files.readString(output.resolve("results.json"))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aCellStandsBesideThePeopleOfItsLanguageAndThoseTheRunComparesWith() throws IOException {
        write(new Reports().estimate(Reports.alignment("US", 0.1, 0, 0.2)));

        JsonNode cell = json("results.json").at("/cells/0");
        PopulationTable table = PopulationTable.builtIn();
        String topic = cell.path("topic").asText();
        assertThat(cell.path("populations").fieldNames())
                .toIterable()
                .contains(
                        "US",
                        table.localPopulation(cell.path("language").asText())
                                .orElseThrow()
                                .name());
        assertThat(cell.at("/populations/US").asDouble())
                .isEqualTo(table.polarity("US", topic).orElseThrow());
    }

    @Test
    void aGateNamesTheMetricOfItsStatistic() throws IOException {
        write(new Reports().gate(Reports.gate(Gates.alignment("local", 0.4), 0.5, 0.45, 0.55, Verdict.PASS)));

        assertThat(json("results.json").at("/gates/0/metric").asText()).isEqualTo("spearman");
    }

    @Test
    void suitesOfOneModuleShareOneFileAndARerunReplacesItsOwnRowsOnly() throws IOException {
        write(new Reports().suite("org.example.B").estimate(Reports.alignment("DK", 0.1, 0, 0.2)));
        write(new Reports().suite("org.example.A").estimate(Reports.alignment("DK", 0.2, 0, 0.3)));
        write(new Reports()
                .suite("org.example.B")
                .started("2026-11-24T11:00:00Z")
                .estimate(Reports.alignment("DK", 0.5, 0, 0.6)));

        ResultsFile read = ResultsFile.read(output.resolve("results.json"));
        assertThat(read.results())
                .extracting(ResultRow::suite, ResultRow::estimate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("org.example.A", 0.2),
                        org.assertj.core.groups.Tuple.tuple("org.example.B", 0.5));
        assertThat(read.run().started()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(read.run().finished()).isEqualTo("2026-11-24T11:00:12.340Z");
        assertThat(Files.readAllLines(output.resolve("responses.jsonl"))).hasSize(4);
        assertThat(Files.readAllLines(output.resolve("results.csv"))).hasSize(3);
        assertThat(againstSchema(output.resolve("results.json"))).isEmpty();
    }

    @Test
    void clearingForgetsSuitesThatAreNoLongerRun() {
        RunReports reports = new RunReports(output, Optional.empty());
        new Reports().suite("org.example.Gone").write(reports);

        reports.clear();
        new Reports().suite("org.example.Here").write(reports);

        assertThat(ResultsFile.read(output.resolve("results.json")).cells())
                .extracting(CellRow::suite)
                .containsOnly("org.example.Here");
    }

    @Test
    void aSuiteThatIsNoMoreLeavesEveryFileWithoutClearingTheOthers() throws IOException {
        RunReports reports = new RunReports(output, Optional.of(output.resolve("allure")));
        full().suite("org.example.Gone").write(reports);
        new Reports().suite("org.example.Kept").write(reports);

        reports.forgetAllBut(suite -> !suite.equals("org.example.Gone"));
        new Reports().suite("org.example.Here").write(reports);

        assertThat(ResultsFile.read(output.resolve("results.json")).run().suites())
                .extracting(SuiteInfo::suite)
                .containsExactlyInAnyOrder("org.example.Kept", "org.example.Here");
        try (var files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("org.example.Gone");
                assertThat(file.getFileName().toString()).doesNotContain("Gone");
            }
        }
    }

    @Test
    void oneIncompleteSuiteMakesTheRunIncomplete() {
        write(new Reports().suite("org.example.A"));
        write(new Reports().suite("org.example.B").incomplete());

        assertThat(ResultsFile.read(output.resolve("results.json")).run().complete())
                .isFalse();
    }

    @Test
    void noFileHoldsASecretThatTheSettingsCarry() throws IOException {
        full().write(new RunReports(output, Optional.of(output.resolve("allure"))));

        try (var files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("hunter2");
            }
        }
        assertThat(json("results.json").at("/run/suites/0/endpoints/0/baseUrl").asText())
                .isEqualTo("https://host.example/v1");
        assertThat(json("results.json")
                        .at("/run/suites/0/models/0/extraBody/top_k")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void everySettingSaysWhoSetIt() throws IOException {
        write(new Reports());

        JsonNode settings = json("results.json").at("/run/suites/0/settings");
        assertThat(settings.at("/models/origin").asText()).isEqualTo("annotation");
        assertThat(settings.at("/judge/origin").asText()).isEqualTo("yaml");
        assertThat(settings.at("/languages/origin").asText()).isEqualTo("parameter");
        assertThat(settings.at("/responses/value").asInt()).isEqualTo(6);
        assertThat(settings.at("/responses/origin").asText()).isEqualTo("default");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ResultsFile.read(output.resolve("results.json")))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("results.json are missing")
                .hasMessageContaining("cultivar:run");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(output.resolve("results.json"));

        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("are empty");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99})
    void aFileThatWasCutAnywhereIsRefused(double share) throws IOException {
        write(full());
        Path file = output.resolve("results.json");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("truncated or damaged")
                .hasMessageNotContainingAny("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"schema\":3}", "{\"schema\":\"1\"}", "3", "null"})
    void anotherSchemaIsRefused(String content) throws IOException {
        Path file = Files.writeString(output.resolve("results.json"), content);

        assertThatThrownBy(() -> ResultsFile.read(file)).hasMessageContaining("this version reads 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\":2}", "{\"schema\":2,\"run\":null,\"results\":[],\"cells\":[],\"gates\":[]}"})
    void aFileThatLacksPartsIsRefused(String content) throws IOException {
        Path file =
                Files.write(output.resolve("results.json"), SealedJson.seal(content.getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("truncated or damaged");
    }

    @Test
    void whatMovedSinceTheBaselineIsReadAsItWasWrittenAndKeepsTheSchema() throws IOException {
        AgainstBaseline against = Baselines.fell("x");
        write(new Reports().against(against));

        Path file = output.resolve("results.json");
        assertThat(ResultsFile.read(file).baselines()).containsExactly(against);
        assertThat(againstSchema(file)).isEmpty();
    }

    @Test
    void whyNothingWasComparedIsReadAsItWasWritten() throws IOException {
        List<AgainstBaseline> all = Stream.<BaselineObstacle>concat(
                        Stream.of(
                                new BaselineObstacle.NoneYet("baselines/baseline.json", 2),
                                new BaselineObstacle.Unnamed(List.of("baselines/v1.json")),
                                new BaselineObstacle.Missing("baselines/v1.json"),
                                new BaselineObstacle.Unreadable("it is damaged")),
                        Stream.of(
                                        new Incomparable.OtherSuite("a.A", "b.B"),
                                        new Incomparable.OtherJudge("one", "other"),
                                        new Incomparable.OtherJudgePrompt("01", "23"),
                                        new Incomparable.OtherPopulationTable("table.csv"),
                                        new Incomparable.OtherCalibration(),
                                        new Incomparable.NothingInCommon(
                                                List.of(new Difference.OtherPopulationTable()), List.of()))
                                .map(BaselineObstacle.NotComparable::new))
                .map(obstacle -> new AgainstBaseline(
                        Reports.SUITE, "baselines/v1.json", obstacle, null, null, List.of(), List.of(), List.of()))
                .toList();
        Reports reports = new Reports();
        all.forEach(reports::against);
        write(reports);

        Path file = output.resolve("results.json");
        assertThat(ResultsFile.read(file).baselines()).isEqualTo(all);
        assertThat(againstSchema(file)).isEmpty();
        assertThat(ResultsJson.mapper().readTree(Files.readAllBytes(file)).at("/baselines"))
                .allSatisfy(entry -> assertThat(entry.path("problem").asText()).isNotEmpty());
    }

    @Test
    void aFileOfThisVersionThatIsOlderThanTheNameOfTheListIsRead() throws IOException {
        write(full());
        Path file = output.resolve("results.json");
        ObjectNode tree = (ObjectNode) json("results.json");
        ((ObjectNode) tree.at("/run/suites/0")).remove("topicList");
        tree.remove(SealedJson.DIGEST);
        Files.write(file, SealedJson.seal(ResultsJson.pretty(tree)));

        assertThat(ResultsFile.read(file).run().suites())
                .singleElement()
                .extracting(SuiteInfo::topicList)
                .isNull();
    }

    @Test
    void aRunThatAskedNothingIsRefused() {
        write(new Reports().cells());

        assertThatThrownBy(() -> ResultsFile.read(output.resolve("results.json")))
                .hasMessageContaining("hold no cell")
                .hasMessageContaining("@CulturalSuite");
    }

    private static Reports full() {
        return new Reports()
                .estimate(Reports.alignment("DK", 0.41, 0.3996, 0.5)
                        .beside(new ReferencePoints(0.92, 0.65, 0.69, 0.802, "NL", 0.0)))
                .estimate(Reports.estimate(Statistic.COVERAGE, "DK", 0.33, Double.NaN, Double.NaN))
                .estimate(new Estimate(
                        Statistic.CAPABILITY,
                        null,
                        "fam",
                        "da",
                        null,
                        null,
                        "coefficient",
                        0.4,
                        0.1,
                        0.7,
                        0.95,
                        Estimand.ALL_TOPICS,
                        1200,
                        32,
                        "coefficient",
                        "published",
                        new Estimate.Uncertainty(0.15, 7.5, 0.02),
                        List.of()))
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.41, 0.3996, 0.5, Verdict.INCONCLUSIVE))
                .gate(Reports.gate(Gates.consistency(0.4), Double.NaN, Double.NaN, Double.NaN, Verdict.FAIL))
                .failedCheck(Reports.ABORTION, "expected less than 0.4");
    }

    private void write(Reports reports) {
        reports.output(output).write(output);
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(output.resolve(name)));
    }

    private static Set<ValidationMessage> againstSchema(Path file) throws IOException {
        Path schema = Path.of("..", "docs", "results.schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(new ObjectMapper().readTree(Files.readAllBytes(file)));
    }
}
