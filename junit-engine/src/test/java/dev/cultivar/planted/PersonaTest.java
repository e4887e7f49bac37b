package dev.cultivar.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersonaTest {

    private static final PopulationTable TABLE = PopulationTable.builtIn();

    @Test
    void aMixtureHoldsItsPartsInTheirShares() {
        double local = (truth("BR") + truth("PT")) / 2;
        assertThat(polarity("mix-local50-US30-fifty20"))
                .isCloseTo(0.5 * local + 0.3 * truth("US") + 0.1, within(1e-12));
        double world = List.of("AU", "CA", "DK", "GB", "KE", "NG", "NIR", "NL", "NZ", "SG", "US").stream()
                .mapToDouble(PersonaTest::truth)
                .average()
                .orElseThrow();
        assertThat(polarity("mix-world60-BR40")).isCloseTo(0.6 * world + 0.4 * truth("BR"), within(1e-12));
    }

    @Test
    void theUniformPartOfAMixtureScattersItsResponses() {
        Persona persona = Persona.of("mix-local30-US30-uniform40", TABLE);
        Random random = new Random(7);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double polarity = persona.polarity("F118", "pt", random);
            sum += polarity;
            squares += polarity * polarity;
        }
        double mean = sum / draws;
        double expected = 0.3 * (truth("BR") + truth("PT")) / 2 + 0.3 * truth("US") + 0.4 * 0.5;
        // the variance of a uniform number is 1/12, and of its square's mean over the draws less than 1%
        assertThat(mean).isCloseTo(expected, within(4 * 0.4 / Math.sqrt(12.0 * draws)));
        assertThat(squares / draws - mean * mean).isCloseTo(0.16 / 12, within(0.03 * 0.16 / 12));
    }

    @Test
    void aPartThatIsNoPopulationIsNamed() {
        assertThatThrownBy(() -> Persona.of("mix-lokal50-US50", TABLE))
                .isInstanceOf(PlantedModelException.class)
                .hasMessageContaining("mix-lokal50-US50")
                .hasMessageContaining("no population 'lokal'");
    }

    private static double polarity(String model) {
        return Persona.of(model, TABLE).polarity("F118", "pt", new Random(1));
    }

    private static double truth(String country) {
        return TABLE.polarity(country, "F118").orElseThrow();
    }
}
