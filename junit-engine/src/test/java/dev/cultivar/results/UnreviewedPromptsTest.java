package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with sentences that no native reader has approved says so in every report; one without does in none. */
class UnreviewedPromptsTest {

    private static final String SAID = "No native reader has approved the prompts in Danish yet";
    private static final GateResult GATE = Reports.gate(Gates.alignment("local", 0.4), 0.7, 0.6, 0.8, Verdict.PASS);

    @TempDir
    Path folder;

    private Path output;
    private Path allure;

    @BeforeEach
    void folders() {
        output = folder.resolve("cultivar");
        allure = folder.resolve("allure-results");
    }

    private SuiteReport written(Reports report) {
        SuiteReport built = report.gate(GATE)
                .estimate(Reports.alignment("DK", 0.7, 0.6, 0.8))
                .build();
        new RunReports(output, Optional.of(allure)).write(built, file -> {});
        return built;
    }

    private String file(String name) throws IOException {
        return Files.readString(output.resolve(name));
    }

    private List<String> allureTests() throws IOException {
        try (Stream<Path> files = Files.list(allure)) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(UnreviewedPromptsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyReportSaysIt() throws IOException {
        String console = RunReports.console(written(new Reports()));

        assertThat(console).contains("UNREVIEWED", SAID);
        assertThat(file("summary.md")).contains("UNREVIEWED", SAID);
        assertThat(file("report.html")).contains("UNREVIEWED", SAID);
        assertThat(ResultsJson.mapper()
                        .readTree(file("results.json"))
                        .at("/run/suites/0/books/da/reviewed")
                        .asBoolean(true))
                .isFalse();
        assertThat(file("results.csv")).contains(",prompts\n", ",unreviewed\n");
        assertThat(read(allure.resolve("environment.properties"))).contains("UNREVIEWED", SAID);
        // A gate, and cells that could not be scored.
        assertThat(allureTests()).hasSize(2).allSatisfy(test -> assertThat(ResultsJson.mapper()
                        .readTree(test)
                        .path("descriptionHtml")
                        .asText())
                .contains("UNREVIEWED", SAID));
    }

    @Test
    void noReportSaysItOfApprovedSentences() throws IOException {
        String console = RunReports.console(written(new Reports().reviewed()));

        assertThat(Stream.of(
                        console,
                        file("summary.md"),
                        file("report.html"),
                        read(allure.resolve("environment.properties")),
                        String.join("\n", allureTests())))
                .allSatisfy(report -> assertThat(report).doesNotContain("UNREVIEWED", SAID));
        assertThat(ResultsJson.mapper()
                        .readTree(file("results.json"))
                        .at("/run/suites/0/books/da/reviewed")
                        .asBoolean(false))
                .isTrue();
        assertThat(file("results.csv")).contains(",reviewed\n").doesNotContain("unreviewed");
        assertThat(file("report.html")).contains("signed by Mette Holm, 2026-11-20");
    }
}
