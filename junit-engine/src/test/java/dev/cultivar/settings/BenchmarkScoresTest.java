package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkScoresTest {

    @TempDir
    private Path folder;

    private Map<String, Double> capability(String... lines) throws IOException {
        Files.write(folder.resolve("scores.csv"), List.of(lines));
        String yaml = """
            endpoints: {lab: {base-url: "http://h/v1"}}
            models: {big: {endpoint: lab, capability: scores.csv}}
            judge: {endpoint: lab, model: j}
            """;
        SettingsFile file =
                SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
        Map<String, String> parameters = Map.of("cultivar.models", "big", "cultivar.basedir", folder.toString());
        return SettingsResolver.resolve(SuiteDefaults.NONE, file, name -> Optional.ofNullable(parameters.get(name)))
                .models()
                .value()
                .get(0)
                .capability();
    }

    @Test
    void aModelsCapabilityIsTheMeanOfItsBenchmarks() throws IOException {
        assertThat(capability(
                        "model,language,benchmark,score",
                        "big,da,mmlu,0.5",
                        "big,da,arc,0.75",
                        "big,en,mmlu,0.8",
                        "small,da,mmlu,0.1"))
                .containsOnly(Map.entry("da", 0.625), Map.entry("en", 0.8));
    }

    @Test
    void theFileOfAnalyseDoesAsWell() throws IOException {
        assertThat(capability("model,language,capability", "big,da,0.5")).containsOnly(Map.entry("da", 0.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model,language,score | big,da,1.5 | row 2 has the score '1.5', which is not a number in [0,1]; write a"
                        + " share, not a percentage.",
                "model,language,score | small,da,0.5 | no row is for model 'big'",
                "model,language,points | big,da,0.5 | it has no column 'capability'",
            })
    void whatCannotBeIsAMistakeThatNamesTheFile(String header, String row, String what) {
        assertThatThrownBy(() -> capability(header, row))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cultivar.yaml: models.big.capability names ")
                .hasMessageContaining(what);
    }

    @Test
    void twoScoresOfOneBenchmarkAreAMistake() {
        assertThatThrownBy(() -> capability("model,language,score", "big,da,0.5", "big,da,0.6"))
                .hasMessageContaining("row 3 repeats da")
                .hasMessageContaining("needs the column 'benchmark'");
    }
}
