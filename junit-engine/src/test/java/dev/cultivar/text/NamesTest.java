package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.survey.PopulationTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void aCodeReadsAsAName() {
        assertThat(Names.language("da")).isEqualTo("Danish");
        assertThat(Names.language("pt-BR")).isEqualTo("Portuguese (Brazil)");
        assertThat(Names.people("DK")).isEqualTo("people in Denmark");
        assertThat(Names.people("NL")).isEqualTo("people in the Netherlands");
        assertThat(Names.people("da")).isEqualTo("Danish speakers");
        assertThat(Names.people("local-pt")).isEqualTo("people in Portuguese-speaking countries");
        assertThat(Names.people("NIR")).isEqualTo("people in Northern Ireland");
        assertThat(Names.languages(List.of("da", "nl", "pt"))).isEqualTo("Danish, Dutch and Portuguese");
        assertThat(Names.populations(List.of("DK", "US"))).isEqualTo("Denmark and the US");
    }

    @Test
    void aNameOfOnesOwnStaysAsItIs() {
        assertThat(Names.people("nurses in Oslo")).isEqualTo("nurses in Oslo");
        assertThat(Names.people("qq")).isEqualTo("qq");
        assertThat(Names.language("no code")).isEqualTo("no code");
    }

    @Test
    void everyBuiltInPopulationHasAName() {
        assertThat(PopulationTable.builtIn().populations())
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(Names.population(key.name())).as(key.name()).isNotEqualTo(key.name()));
    }
}
