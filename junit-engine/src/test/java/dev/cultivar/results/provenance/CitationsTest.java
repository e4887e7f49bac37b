package dev.cultivar.results.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CitationsTest {

    @Test
    void theBuiltInPopulationsAreCitedAsTheirFileSaysAndSoIsTheMethod() throws IOException {
        String head;
        try (InputStream in = PopulationTable.class.getResourceAsStream("populations.csv")) {
            head = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> sources = Citations.of(PopulationTable.builtIn().sources());

        String joint = "EVS/WVS (2024), Joint EVS/WVS 2017-2022 Dataset, version 5.0.0, doi:10.4232/1.14320";
        assertThat(head).contains(joint, "EVS Trend File 3.0.0", "Our World in Data", "arXiv 2502.16534");
        assertThat(sources).hasSize(3);
        assertThat(sources.get(0)).contains(joint);
        assertThat(sources.get(1)).contains("EVS Trend File 3.0.0", "Our World in Data");
        assertThat(sources.get(2)).contains("arXiv 2502.16534");
    }

    @Test
    void populationsOfOnesOwnAreOnesOwnToCite() {
        assertThat(Citations.of(List.of("mine.csv")))
                .hasSize(2)
                .first()
                .isEqualTo("Populations of your own: mine.csv; cite what they were made from");
        assertThat(Citations.of(List.of(PopulationTable.BUILT_IN_SOURCE, "mine.csv")))
                .hasSize(4)
                .anySatisfy(source -> assertThat(source).contains("10.4232/1.14320"))
                .anySatisfy(source -> assertThat(source).contains("your own: mine.csv;"));
    }
}
