package dev.cultivar.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyseMojoTest {

    @TempDir
    Path folder;

    private final AnalyseMojo mojo = new AnalyseMojo();

    @BeforeEach
    void writeHere() {
        mojo.output = folder.resolve("out").toFile();
        mojo.rounds = 100;
    }

    @Test
    void scoresThatRepeatAPopulationAreAlignedWithItPerfectly() throws Exception {
        mojo.scores =
                Files.writeString(folder.resolve("scores.csv"), scoresOfDanes()).toFile();

        mojo.execute();

        JsonNode file =
                new ObjectMapper().readTree(folder.resolve("out/results.json").toFile());
        assertThat(file.path("results"))
                .filteredOn(row -> row.path("statistic").asText().equals("alignment")
                        && row.path("population").asText().equals("DK"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("estimate").asDouble()).isEqualTo(1.0));
        assertThat(folder.resolve("out/results.csv")).isNotEmptyFile();
        assertThat(folder.resolve("out/regressions.txt")).exists();
    }

    @Test
    void withoutScoresItSaysHowToNameThem() {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Name the scores: -Dcultivar.scores=FILE.csv");
    }

    @Test
    void anUnknownMethodIsNamed() {
        mojo.scores = folder.resolve("scores.csv").toFile();
        mojo.method = "quick";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'quick'")
                .hasMessageContaining("robust, published");
    }

    @Test
    void aMissingFileIsOneLine() {
        mojo.scores = folder.resolve("nowhere.csv").toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nowhere.csv")
                .hasMessageNotContaining("\n");
    }

    /** Every topic twice, with the Danes' own polarity. */
    private static String scoresOfDanes() throws IOException {
        PopulationTable table = PopulationTable.builtIn();
        StringBuilder csv = new StringBuilder("model,family,language,topic,polarity\n");
        for (String topic : table.topics(table.find("DK").orElseThrow())) {
            double polarity = table.polarity("DK", topic).orElseThrow();
            for (int i = 0; i < 2; i++) {
                csv.append("m,fam,da,")
                        .append(topic)
                        .append(',')
                        .append(polarity)
                        .append('\n');
            }
        }
        return csv.toString();
    }
}
