package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.stats.regression.LinearMixedModelTest;
import java.io.IOException;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {

    /** {@code inference.R}: p.adjust. */
    @Test
    void adjustedPValuesAreThoseOfR() throws IOException {
        JsonNode expected = TestTable.json("inference.json");
        double[] p = TestTable.numbers(expected.get("p"));
        LinearMixedModelTest.each(MultipleTesting.holm(p), TestTable.numbers(expected.get("holm")), 1e-12);
    }

    @Test
    void anUnknownPValueStillCountsAsATest() {
        assertThat(MultipleTesting.holm(new double[] {0.01, Double.NaN, 0.5})).containsExactly(0.03, Double.NaN, 1);
        assertThat(MultipleTesting.holm(new double[0])).isEmpty();
    }

    @Test
    void aValueThatIsNoProbabilityIsNamed() {
        assertThatThrownBy(() -> MultipleTesting.holm(new double[] {0.1, 1.2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p[1] is 1.2; a p-value lies between 0 and 1");
    }

    @Test
    void holmRejectsATrueNullNoMoreOftenThanItSays() {
        int runs = 4000;
        int rejected = 0;
        UniformRandomProvider rng = new Seeds(30).stream(0);
        for (int run = 0; run < runs; run++) {
            double[] adjusted = MultipleTesting.holm(rng.doubles(10).toArray());
            boolean any = false;
            for (double p : adjusted) {
                any |= p <= 0.05;
            }
            rejected += any ? 1 : 0;
        }
        // 1 - (1 - 0.005)^10 = 0.0489, four standard errors of 0.0034
        assertThat(rejected / (double) runs).isBetween(0.035, 0.063);
    }
}
