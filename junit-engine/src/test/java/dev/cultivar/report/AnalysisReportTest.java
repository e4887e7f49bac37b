package dev.cultivar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.cultivar.analysis.scores.ScoresAnalysis;
import dev.cultivar.analysis.scores.ScoresRequest;
import dev.cultivar.analysis.scores.ScoresRequests;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisReportTest {

    @TempDir
    Path folder;

    private AnalysisReport report;

    @BeforeEach
    void analyse() throws IOException {
        PopulationTable table = PopulationTable.builtIn();
        StringBuilder csv = new StringBuilder("model,family,language,topic,polarity\n");
        for (String topic : table.topics(table.find("DK").orElseThrow())) {
            double polarity = table.polarity("DK", topic).orElseThrow();
            csv.append("m,f,da," + topic + "," + polarity + "\n").append("m,f,da," + topic + "," + polarity + "\n");
        }
        csv.append("m,f,da,E225,0.5\nm,f,da,E225,many\n");
        Path scores = Files.writeString(folder.resolve("scores.csv"), csv);
        report = new AnalysisReport(ScoresAnalysis.of(ScoresRequest.of(scores, Method.PUBLISHED)));
        report.writeTo(folder);
    }

    @Test
    void thePageHasFiguresWithTheirNumbersAndTheRegressions() throws IOException {
        String page = Files.readString(folder.resolve("report.html"));

        assertThat(page)
                .contains("<h1>1 model in 1 language, analysed</h1>", "<svg", "Alignment by population", "us:model=m")
                .contains("rows read, 1 left out.");
        assertThat(page.split("<section", -1)).hasSize(5);
    }

    @Test
    void thePageBeginsWithWhatWasEstimatedAndEndsWithEachCaveatOnce() throws IOException {
        String page = Files.readString(folder.resolve("report.html")).replaceAll("</?bdi>", "");

        assertThat(page.substring(page.indexOf("<body>")))
                .containsSubsequence(
                        "<strong>m</strong>: alignment with the people of the language 1",
                        "in Danish</li>",
                        "<nav",
                        "href=\"#scores\"",
                        "href=\"#figures\"",
                        "href=\"#regressions\"",
                        "href=\"#caveats\"",
                        "</nav>",
                        "id=\"scores\"",
                        "none is corrected for how many there are",
                        "id=\"figures\"",
                        "id=\"regressions\"",
                        "id=\"caveats\"",
                        "rows read");
        assertThat(page.substring(page.indexOf("id=\"caveats\""))).containsOnlyOnce("E225&#39;");
    }

    @Test
    void aTopicWithoutTruthIsNamedOnce() {
        assertThat(report.console() + report.warnings())
                .containsOnlyOnce("E225")
                .doesNotContain("has truth for: E225");
    }

    @Test
    void theFiguresAreAlsoPrinted() throws IOException {
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<div class=\"figures\">")
                .doesNotContain("<div class=\"figures screen\">");
    }

    @Test
    void theConsoleHasALineForEveryModelAndLanguage() throws IOException {
        StringBuilder csv = new StringBuilder("model,family,language,topic,polarity\n");
        for (int model = 0; model < 12; model++) {
            for (String language : List.of("da", "nl", "pt")) {
                for (String topic : List.of("F118", "F119", "F120", "F121", "F122", "F123")) {
                    csv.append("m" + model + ",f," + language + "," + topic + ",0." + (model + topic.charAt(3)) % 10
                            + "\n");
                }
            }
        }
        for (int row = 0; row < 9; row++) {
            csv.append("m0,f,da,F118,many\n");
        }
        Path scores = Files.writeString(folder.resolve("many.csv"), csv);

        String console = new AnalysisReport(ScoresAnalysis.of(
                        ScoresRequests.withMostRejected(ScoresRequest.of(scores, Method.PUBLISHED), 0.1)))
                .console();

        // The goal adds where the files are.
        assertThat(console.lines()).hasSizeLessThan(50);
        for (int model = 0; model < 12; model++) {
            String name = "m" + model + " ";
            assertThat(console.lines().filter(line -> line.startsWith(name))).hasSize(3);
        }
        assertThat(console)
                .contains(
                        "9 left out.",
                        " more in analysis.json",
                        "alignment",
                        "consistency",
                        "bias",
                        "rows, their intervals and the regressions are in")
                .doesNotContain("gate");
    }

    @Test
    void whatNothingElseNamesIsWarnedOfInALine() throws IOException {
        StringBuilder csv = new StringBuilder("model,family,language,topic,polarity\n");
        for (String topic : List.of("F118", "F119", "F12O", "F121", "F122", "F123", "F124")) {
            csv.append("m,f,dk," + topic + ",0.3\nm,f,dk," + topic + ",0.4\n");
        }
        Path scores = Files.writeString(folder.resolve("typed.csv"), csv);

        AnalysisReport typed = new AnalysisReport(ScoresAnalysis.of(ScoresRequest.of(scores, Method.PUBLISHED)));

        assertThat(typed.warnings())
                .hasSizeLessThan(8)
                .anySatisfy(line -> assertThat(line)
                        .contains("'F12O' (nearest: F120, ", "these rows are ignored in every alignment"))
                .anySatisfy(line -> assertThat(line).contains("No population speaks 'dk' (nearest: da, "));
    }

    @Test
    void itsResultsFitTheSchemaOfARun() throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "results.schema.json"));
        JsonNode results = json(ResultsFile.NAME);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(results))
                .isEmpty();
        assertThat(results.path("results"))
                .filteredOn(row -> row.path("statistic").asText().equals("alignment")
                        && row.path("population").asText().equals("DK"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("estimate").asDouble()).isEqualTo(1));
    }

    @Test
    void noGateCanBeDecidedOnThem() {
        assertThatThrownBy(() -> ResultsFile.read(folder.resolve(ResultsFile.NAME)))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("hold no cell, so nothing was run");
    }

    @Test
    void whatWasLeftOutAndHowToRepeatItStandBesideThem() throws IOException {
        JsonNode facts = json("analysis.json");
        assertThat(facts.path("rejected").asInt()).isEqualTo(1);
        assertThat(facts.path("problems").path(0).asText())
                .contains("scores.csv:")
                .contains("many");
        assertThat(facts.path("topicsWithoutTruth").path(0).asText()).isEqualTo("E225");
        assertThat(facts.path("request").path("method").asText()).isEqualTo("published");
        assertThat(facts.path("request").path("seed").isIntegralNumber()).isTrue();
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name)));
    }
}
