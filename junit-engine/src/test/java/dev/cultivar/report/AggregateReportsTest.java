package dev.cultivar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ModuleResults;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.provenance.SuiteInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AggregateReportsTest {

    @TempDir
    private Path folder;

    @Test
    void suitesOfOneNameInTwoModulesStayTwo() throws IOException {
        ResultsFile joined = join(module("one", Verdict.PASS), module("two", Verdict.FAIL));

        assertThat(joined.run().suites())
                .extracting(SuiteInfo::suite)
                .containsExactly("one/" + Reports.SUITE, "two/" + Reports.SUITE);
        assertThat(joined.gates())
                .extracting(GateRow::suite, GateRow::verdict)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("one/" + Reports.SUITE, Verdict.PASS),
                        org.assertj.core.api.Assertions.tuple("two/" + Reports.SUITE, Verdict.FAIL));
        assertThat(ResultsFile.read(all().resolve(ResultsFile.NAME))).isEqualTo(joined);
        assertThat(Files.readString(all().resolve("summary.md")))
                .startsWith("## Cultivar: FAIL")
                .contains("two/", "corrected for the number of gates in their suite");
        assertThat(Files.readAllLines(all().resolve("responses.jsonl")))
                .hasSize(2
                        * Files.readAllLines(folder.resolve("one/responses.jsonl"))
                                .size())
                .anyMatch(line -> line.startsWith("{\"suite\":\"two/"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyButTheOwnerReadsTheAnswersOfAnyModule() throws IOException {
        join(module("one", Verdict.PASS), module("two", Verdict.PASS));

        List<Path> answers;
        try (Stream<Path> files = Files.walk(all())) {
            answers = files.filter(file -> file.toString().endsWith("responses.jsonl"))
                    .toList();
        }
        assertThat(answers).hasSize(3);
        for (Path file : answers) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void noTwoElementsOfTheJoinedPageHaveOneId() throws IOException {
        join(module("one", Verdict.PASS), module("two", Verdict.PASS));
        String page = Files.readString(all().resolve("report.html"));

        List<String> ids = new ArrayList<>();
        var found = java.util.regex.Pattern.compile("<[a-zA-Z][^<>]* id=\"([^\"]+)\"")
                .matcher(page.replaceAll("(?s)<script.*?</script>", ""));
        while (found.find()) {
            ids.add(found.group(1));
        }
        assertThat(ids).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        assertThat(page).contains("class=\"cells\"");
    }

    @Test
    void allureTellsTheSameTestOfTwoModulesApart() throws IOException {
        join(module("one", Verdict.PASS), module("two", Verdict.PASS));

        List<JsonNode> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(all().resolve("allure-results"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("-result.json"))
                    .toList()) {
                results.add(ResultsJson.mapper().readTree(file.toFile()));
            }
        }
        assertThat(results).hasSize(4);
        assertThat(results.stream().map(result -> result.path("historyId").asText()))
                .doesNotHaveDuplicates();
        assertThat(results).allSatisfy(result -> {
            assertThat(result.path("titlePath").path(0).asText()).isIn("one", "two");
            for (JsonNode attachment : result.path("attachments")) {
                assertThat(all().resolve("allure-results")
                                .resolve(attachment.path("source").asText()))
                        .exists();
            }
        });
    }

    @Test
    void aModuleWithoutResultsIsNotPassedOver() {
        ModuleResults one = module("one", Verdict.PASS);
        ModuleResults none = new ModuleResults("none", folder.resolve("none"), Optional.empty());

        assertThatThrownBy(() -> join(one, none))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("are missing");
    }

    @Test
    void whatAnEarlierBuildJoinedDoesNotStay() throws IOException {
        join(module("one", Verdict.PASS), module("two", Verdict.PASS));
        join(module("one", Verdict.PASS));

        assertThat(Files.readString(all().resolve("report.html"))).doesNotContain("two/");
        try (Stream<Path> files = Files.list(all().resolve("allure-results"))) {
            assertThat(files.filter(path -> path.toString().endsWith("-result.json")))
                    .hasSize(2);
        }
    }

    @Test
    void aModuleThatLacksSomeOfItsAllureFilesIsNotPassedOver() throws IOException {
        ModuleResults one = module("one", Verdict.PASS);
        try (Stream<Path> files = Files.list(folder.resolve("one-allure"))) {
            Files.delete(files.filter(path -> path.toString().endsWith("-result.json"))
                    .findFirst()
                    .orElseThrow());
        }

        assertThatThrownBy(() -> join(one))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("1 is missing. Run cultivar:run in it again");
    }

    private Path all() {
        return folder.resolve("all");
    }

    private ResultsFile join(ModuleResults... modules) {
        return new AggregateReports(all(), all().resolve("allure-results")).write(List.of(modules));
    }

    /** A gate, and a cell that could not be scored, of a suite that has one name in all modules. */
    private ModuleResults module(String name, Verdict verdict) {
        Path output = folder.resolve(name);
        Path allure = folder.resolve(name + "-allure");
        new Reports()
                .gate(Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, verdict))
                .write(new RunReports(output, Optional.of(allure)));
        return new ModuleResults(name, output, Optional.of(allure));
    }
}
