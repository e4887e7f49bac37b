package dev.cultivar.stats.regression;

import static dev.cultivar.stats.regression.LinearMixedModelTest.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.TestTable;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    /** {@code least_squares.R}: lm. */
    @Test
    void estimatesAndStandardErrorsAreThoseOfR() throws IOException {
        TestTable data = TestTable.resource("least_squares.csv");
        JsonNode expected = TestTable.json("least_squares.json");
        LeastSquares fit = LeastSquares.fit(data.numbers("y"), data.design());
        each(fit.table().coefficients(), TestTable.numbers(expected.get("estimate")), 1e-9);
        each(fit.table().standardErrors(), TestTable.numbers(expected.get("stdError")), 1e-9);
        each(fit.table().tValues(), TestTable.numbers(expected.get("t")), 1e-9);
        each(PValues.of(fit.table()), TestTable.numbers(expected.get("p")), 1e-9);
        assertThat(fit.table().degreesOfFreedom()).containsOnly(86);
        assertThat(fit.rSquared()).isCloseTo(expected.get("rSquared").asDouble(), within(1e-10));
        assertThat(fit.residualVariance())
                .isCloseTo(expected.get("residualVariance").asDouble(), within(1e-10));
        double[][] bare = Arrays.stream(data.design())
                .map(row -> new double[] {row[1], row[2]})
                .toArray(double[][]::new);
        assertThat(LeastSquares.fit(data.numbers("y"), bare).rSquared())
                .isCloseTo(expected.get("rSquaredWithoutConstant").asDouble(), within(1e-10));
    }

    /** {@code alignment ~ us * model:language} on real data, 4,480 rows x 56, with statsmodels' names of the terms. */
    @Test
    void theReferenceFitOfStatsmodelsIsReproduced() throws IOException {
        TestTable data = TestTable.reference("rq2_rounds.csv");
        JsonNode expected = TestTable.referenceJson("rq2_ols.json");
        JsonNode rows = expected.get("coefficients");
        double[][] x = new double[data.rows()][rows.size()];
        for (int j = 0; j < rows.size(); j++) {
            for (String factor : rows.get(j).get("term").asText().split(":")) {
                for (int i = 0; i < x.length; i++) {
                    boolean here = factor.equals("Intercept")
                            || factor.startsWith("us") && data.text("us")[i].equals("True")
                            || factor.startsWith("language") && factor.endsWith(level(data.text("language")[i], factor))
                            || factor.startsWith("model") && factor.endsWith(level(data.text("model")[i], factor));
                    x[i][j] = here && x[i][j] >= 0 ? 1 : -1; // -1: some factor of the term does not apply
                }
            }
            for (double[] row : x) {
                row[j] = Math.max(0, row[j]);
            }
        }
        LeastSquares fit = LeastSquares.fit(data.numbers("alignment"), x);
        each(fit.table().coefficients(), TestTable.numbers(rows, "estimate"), 1e-9);
        each(fit.table().standardErrors(), TestTable.numbers(rows, "stdError"), 1e-9);
        each(fit.table().tValues(), TestTable.numbers(rows, "t"), 1e-9);
        double[] p = TestTable.numbers(rows, "p");
        for (int j = 0; j < p.length; j++) {
            assertThat(PValues.of(fit.table())[j]).isCloseTo(p[j], within(1e-9 * p[j] + Double.MIN_NORMAL));
        }
        assertThat(fit.rSquared()).isCloseTo(expected.get("rSquared").asDouble(), within(1e-9));
    }

    private static String level(String value, String factor) {
        return factor.contains("[T.") ? "[T." + value + "]" : "[" + value + "]";
    }

    @Test
    void residualsAreOrthogonalToTheColumns() {
        UniformRandomProvider rng = new Seeds(20).stream(0);
        double[][] x = new double[50][4];
        double[] y = rng.doubles(50).toArray();
        for (double[] row : x) {
            Arrays.setAll(row, j -> 1 + 1e-4 * rng.nextDouble()); // nearly parallel
        }
        double[] residuals = LeastSquares.fit(y, x).residuals();
        for (int j = 0; j < 4; j++) {
            int column = j;
            double[] values = Arrays.stream(x).mapToDouble(row -> row[column]).toArray();
            assertThat(Orthonormal.dot(values, residuals)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void badInputIsNamed() {
        double[] y = {1, 2, 3};
        double[][] twice = {{1, 2}, {3, 6}, {-1, -2}};
        assertThatThrownBy(() -> LeastSquares.fit(y, twice, "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 1 (b) is a linear combination of the columns before it");
        assertThatThrownBy(() -> LeastSquares.fit(y, new double[][] {{1}, {2}}))
                .hasMessageContaining("y has 3 rows but x has 2");
        assertThatThrownBy(() -> LeastSquares.fit(y, new double[][] {{1}, {2, 3}, {1}}))
                .hasMessageContaining("row 1 of x has 2 columns but row 0 has 1");
        assertThatThrownBy(() -> LeastSquares.fit(y, new double[][] {{1}, {2}, {1}}, "a", "b"))
                .hasMessageContaining("2 names for 1 columns");
    }
}
