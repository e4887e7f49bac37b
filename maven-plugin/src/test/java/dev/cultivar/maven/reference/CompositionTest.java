package dev.cultivar.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private final PopulationTable table = PopulationTable.builtIn();

    @Test
    void aPlantedMixComesBackAndAShareThatWouldBeNegativeIsZero() {
        Random random = new Random(7);
        List<double[]> rows = new ArrayList<>();
        double[] mixed = new double[60];
        double[] against = new double[60];
        for (int row = 0; row < mixed.length; row++) {
            double[] of = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            rows.add(of);
            mixed[row] = 0.6 * of[0] + 0.4 * of[2];
            against[row] = of[0] - 0.5 * of[1];
        }

        assertThat(Composition.fit(rows, mixed, 3)).containsExactly(new double[] {0.6, 0, 0.4}, within(1e-9));
        // what is left of the first alone is the projection on it and on the third
        double[] clipped = Composition.fit(rows, against, 3);
        assertThat(clipped[1]).isZero();
        assertThat(clipped[0]).isPositive();
    }

    /** As another non-negative least squares found them from the same figures. */
    @Test
    void speakersOfEnglishAreMostlyAmericansAndOfPortugueseBrazilians() {
        Composition english = of("en");
        Composition portuguese = of("pt");

        assertThat(english.shares().get("US")).isEqualTo(0.54, within(0.01));
        assertThat(english.shares().get("GB")).isEqualTo(0.145, within(0.01));
        assertThat(english.shares().get("NG")).isEqualTo(0.12, within(0.01));
        assertThat(english.error()).isLessThan(0.006);
        assertThat(portuguese.shares().get("BR")).isEqualTo(0.956, within(0.005));
        assertThat(portuguese.shares().get("PT")).isEqualTo(0.044, within(0.005));
    }

    @Test
    void speakersOfDanishAndDutchAreOneCountry() {
        assertThat(of("da").shares().get("DK")).isEqualTo(1, within(1e-9));
        assertThat(of("nl").shares().get("NL")).isEqualTo(1, within(1e-9));
        assertThat(of("da").error()).isLessThan(1e-9);
    }

    private Composition of(String language) {
        return Composition.of(table, table.find(language).orElseThrow(), table.local(language));
    }
}
