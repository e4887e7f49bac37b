package dev.cultivar.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.stats.DenseReml;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.TestTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LinearMixedModelTest {

    private static final Percentage MILLIONTH = Percentage.withPercentage(1e-4);

    /** {@code mixed_model.R}: what lme4 and lmerTest make of data with known difficulties. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "balanced",
                "boundary",
                "nearboundary",
                "unbalanced",
                "noIntercept",
                "threeGroups",
                "dominant",
                "scaled"
            })
    void theFitIsTheOneOfLmerTest(String name) throws IOException {
        TestTable data = TestTable.resource("mixed_model_" + name + ".csv");
        JsonNode expected = StreamSupport.stream(
                        TestTable.json("mixed_model.json").spliterator(), false)
                .filter(fit -> fit.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        LinearMixedModel fit = LinearMixedModel.fit(data.numbers("y"), data.design(), data.labels("group"));

        assertThat(fit.converged()).isTrue();
        assertThat(fit.boundary()).isEqualTo(expected.get("groupVariance").asDouble() == 0);
        each(fit.table().coefficients(), TestTable.numbers(expected.get("estimate")), 1e-6);
        each(fit.table().standardErrors(), TestTable.numbers(expected.get("stdError")), 1e-6);
        each(fit.table().degreesOfFreedom(), TestTable.numbers(expected.get("df")), 1e-4);
        each(fit.table().tValues(), TestTable.numbers(expected.get("t")), 1e-6);
        each(PValues.of(fit.table()), TestTable.numbers(expected.get("p")), 1e-3);
        assertThat(fit.groupVariance())
                .isCloseTo(expected.get("groupVariance").asDouble(), Percentage.withPercentage(1e-3));
        assertThat(fit.residualVariance())
                .isCloseTo(expected.get("residualVariance").asDouble(), MILLIONTH);
        assertThat(fit.remlLogLikelihood())
                .isCloseTo(expected.get("remlLogLikelihood").asDouble(), within(1e-6));
        assertThat(fit.marginalRSquared()).isCloseTo(expected.get("marginalR2").asDouble(), within(1e-6));
        assertThat(fit.conditionalRSquared())
                .isCloseTo(expected.get("conditionalR2").asDouble(), within(1e-6));
    }

    /** {@code ~ 0 + consistency:language + capability:family:language + (1 | model)} on real data, 960 rows x 12. */
    @Test
    void theReferenceFitOfLme4IsReproduced() throws IOException {
        TestTable data = TestTable.reference("rq1_rounds.csv");
        JsonNode expected = TestTable.referenceJson("rq1_lme4.json");
        JsonNode rows = expected.get("coefficients");
        double[] consistency = data.numbers("consistency");
        double[] capability = data.numbers("capability");
        double[][] x = new double[data.rows()][rows.size()];
        for (int j = 0; j < rows.size(); j++) {
            String term = rows.get(j).get("term").asText();
            for (int i = 0; i < x.length; i++) {
                String language = data.text("language")[i];
                String family = data.text("family")[i];
                boolean here = term.equals("consistency:language" + language)
                        || term.equals("language" + language + ":capability:family" + family);
                x[i][j] = here ? (term.startsWith("consistency") ? consistency[i] : capability[i]) : 0;
            }
        }
        LinearMixedModel fit = LinearMixedModel.fit(data.numbers("alignment"), x, data.labels("model"));

        each(fit.table().coefficients(), TestTable.numbers(rows, "estimate"), 1e-6);
        each(fit.table().standardErrors(), TestTable.numbers(rows, "stdError"), 1e-6);
        double[] df = TestTable.numbers(rows, "df");
        for (int j = 0; j < df.length; j++) {
            assertThat(fit.table().degreesOfFreedom()[j]).isCloseTo(df[j], within(1e-3));
        }
        each(PValues.of(fit.table()), TestTable.numbers(rows, "p"), 1e-4);
        assertThat(fit.groupVariance())
                .isCloseTo(expected.get("groupVariance").asDouble(), Percentage.withPercentage(1e-3));
        assertThat(fit.residualVariance())
                .isCloseTo(expected.get("residualVariance").asDouble(), MILLIONTH);
        assertThat(fit.remlLogLikelihood())
                .isCloseTo(expected.get("remlLogLikelihood").asDouble(), within(1e-6));
    }

    /** The deviance from its definition, with an n x n covariance: the fit has that value, and no ratio on a fine grid has a lower one. */
    @Test
    void noVarianceRatioHasAHigherLikelihoodThanTheFit() {
        for (int trial = 0; trial < 24; trial++) {
            Simulated data = Simulated.of(trial, 3 + trial % 5, 6, trial % 4 * 0.5);
            LinearMixedModel fit = LinearMixedModel.fit(data.y, data.x, data.group);
            double ratio = fit.groupVariance() / fit.residualVariance();
            assertThat(fit.remlLogLikelihood())
                    .isCloseTo(DenseReml.logLikelihood(data.y, data.x, data.group, ratio), within(1e-8));
            for (double tau = -12; tau < 12; tau += 0.4) {
                assertThat(DenseReml.logLikelihood(data.y, data.x, data.group, Math.exp(tau)))
                        .isLessThanOrEqualTo(fit.remlLogLikelihood() + 1e-8);
            }
        }
    }

    /** Large groups that are alike and a few single rows far off: the profile has a maximum that suits each, and one is higher. */
    @Test
    void ofSeveralMaximaTheHighestIsTaken() {
        int several = 0;
        for (int trial = 0; trial < 20; trial++) {
            Simulated data = Simulated.withOutlyingRows(trial);
            double[] profile = new double[110];
            Arrays.setAll(profile, k -> DenseReml.logLikelihood(data.y, data.x, data.group, Math.exp(-12 + k * 0.2)));
            LinearMixedModel fit = LinearMixedModel.fit(data.y, data.x, data.group);
            assertThat(fit.remlLogLikelihood())
                    .isGreaterThanOrEqualTo(Arrays.stream(profile).max().orElseThrow() - 1e-8);
            int maxima = profile[0] >= profile[1] ? 1 : 0;
            for (int k = 1; k + 1 < profile.length; k++) {
                maxima += profile[k] > profile[k - 1] && profile[k] >= profile[k + 1] ? 1 : 0;
            }
            several += maxima > 1 ? 1 : 0;
        }
        assertThat(several).as("data with several maxima").isGreaterThan(3);
    }

    @Test
    void parametersOfSimulatedDataAreRecovered() {
        Simulated data = Simulated.of(99, 400, 12, 0.8);
        LinearMixedModel fit = LinearMixedModel.fit(data.y, data.x, data.group);
        assertThat(fit.groupVariance()).isCloseTo(0.64, within(0.16));
        assertThat(fit.residualVariance()).isCloseTo(1, within(0.1));
        for (int j = 0; j < 3; j++) {
            assertThat(fit.table().coefficients()[j])
                    .isCloseTo(1 + j, within(4 * fit.table().standardErrors()[j]));
        }
    }

    /** The p-values of columns without effect are uniform; 600 fits with six groups, where residual degrees of freedom would mislead. */
    @Test
    void aTestOfAGroupLevelColumnRejectsAsOftenAsItSays() {
        int rejections = 0;
        int runs = 600;
        for (int run = 0; run < runs; run++) {
            Simulated data = Simulated.groupLevel(run, 6, 8);
            LinearMixedModel fit = LinearMixedModel.fit(data.y, data.x, data.group);
            rejections += PValues.of(fit.table())[1] < 0.05 ? 1 : 0;
        }
        assertThat(rejections / (double) runs).isBetween(0.02, 0.09);
    }

    @Test
    void unitsOfColumnsChangeNothingElse() {
        Simulated data = Simulated.of(7, 8, 9, 1);
        double[] unit = {1e150, 1e-140, 3e6};
        double[][] rescaled = new double[data.x.length][3];
        for (int i = 0; i < rescaled.length; i++) {
            for (int j = 0; j < 3; j++) {
                rescaled[i][j] = data.x[i][j] * unit[j];
            }
        }
        LinearMixedModel plain = LinearMixedModel.fit(data.y, data.x, data.group);
        LinearMixedModel scaled = LinearMixedModel.fit(data.y, rescaled, data.group);
        for (int j = 0; j < 3; j++) {
            assertThat(scaled.table().coefficients()[j] * unit[j])
                    .isCloseTo(plain.table().coefficients()[j], Percentage.withPercentage(1e-8));
        }
        each(scaled.table().degreesOfFreedom(), plain.table().degreesOfFreedom(), 1e-8);
        each(scaled.table().tValues(), plain.table().tValues(), 1e-8);
    }

    @Test
    void theOrderOfRowsAndTheNamesOfGroupsDoNotMatter() {
        Simulated data = Simulated.of(8, 8, 9, 1);
        int n = data.y.length;
        double[] y = new double[n];
        double[][] x = new double[n][];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            y[i] = data.y[n - 1 - i];
            x[i] = data.x[n - 1 - i];
            group[i] = -1000 * data.group[n - 1 - i];
        }
        each(
                LinearMixedModel.fit(y, x, group).table().tValues(),
                LinearMixedModel.fit(data.y, data.x, data.group).table().tValues(),
                1e-9);
    }

    @Test
    void oneGroupSaysNothingOfItsVarianceAndGivesLeastSquares() {
        Simulated data = Simulated.of(9, 1, 30, 0);
        LinearMixedModel fit = LinearMixedModel.fit(data.y, data.x, data.group);
        LeastSquares plain = LeastSquares.fit(data.y, data.x);
        assertThat(fit.boundary()).isTrue();
        assertThat(fit.groupVariance()).isZero();
        each(fit.table().coefficients(), plain.table().coefficients(), 1e-10);
        each(fit.table().standardErrors(), plain.table().standardErrors(), 1e-10);
        each(fit.table().degreesOfFreedom(), plain.table().degreesOfFreedom(), 1e-10);
    }

    @Test
    void columnsThatTellGroupsApartLeaveNothingForTheGroupVariance() {
        Simulated data = Simulated.of(10, 4, 10, 2);
        double[][] x = new double[data.y.length][4];
        for (int i = 0; i < x.length; i++) {
            x[i][data.group[i]] = 1;
        }
        assertThat(LinearMixedModel.fit(data.y, x, data.group).boundary()).isTrue();
    }

    @Test
    void dataWithoutVariationWithinGroupsDoNotConverge() {
        int[] group = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3};
        double[][] x = new double[group.length][1];
        double[] y = new double[group.length];
        for (int i = 0; i < y.length; i++) {
            x[i][0] = 1;
            y[i] = group[i] * group[i];
        }
        LinearMixedModel fit = LinearMixedModel.fit(y, x, group);
        assertThat(fit.converged()).isFalse();
        assertThat(fit.table().degreesOfFreedom()).containsOnly(Double.NaN);
    }

    @Test
    void aColumnThatDependsOnOthersIsNamed() {
        Simulated data = Simulated.of(11, 5, 6, 1);
        double[][] x = new double[data.y.length][];
        Arrays.setAll(x, i -> new double[] {data.x[i][0], data.x[i][1], 1e9 * (data.x[i][0] - 2 * data.x[i][1])});
        assertThatThrownBy(() -> LinearMixedModel.fit(data.y, x, data.group))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 2 is a linear combination of the columns before it");
        assertThatThrownBy(() -> LinearMixedModel.fit(data.y, x, data.group, "a", "b", "c"))
                .hasMessageStartingWith("column 2 (c) is a linear combination");
        assertThatThrownBy(() -> LinearMixedModel.fit(data.y, new double[data.y.length][2], data.group))
                .hasMessageStartingWith("column 0 is 0 in every row");
    }

    @Test
    void badInputIsNamed() {
        Simulated data = Simulated.of(12, 5, 6, 1);
        double[][] x = Arrays.stream(data.x).map(double[]::clone).toArray(double[][]::new);
        x[4][1] = Double.NaN;
        assertThatThrownBy(() -> LinearMixedModel.fit(data.y, x, data.group, "a", "b", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 1 (b) is NaN in row 4");
        double[] y = data.y.clone();
        y[3] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> LinearMixedModel.fit(y, data.x, data.group))
                .hasMessageContaining("y is Infinity in row 3");
        assertThatThrownBy(() -> LinearMixedModel.fit(data.y, data.x, new int[3]))
                .hasMessageContaining("there are 3 group labels for " + data.y.length + " rows");
        int[] singletons = new int[data.y.length];
        Arrays.setAll(singletons, i -> i);
        assertThatThrownBy(() -> LinearMixedModel.fit(data.y, data.x, singletons))
                .hasMessageContaining("every group has one row only");
        double[] exact =
                Arrays.stream(data.x).mapToDouble(row -> 2 * row[0] - row[2]).toArray();
        assertThatThrownBy(() -> LinearMixedModel.fit(exact, data.x, data.group))
                .hasMessageContaining("reproduce y exactly");
        assertThatThrownBy(() -> LinearMixedModel.fit(new double[2], new double[][] {{1, 2}, {2, 1}}, new int[2]))
                .hasMessageContaining("2 rows for 2 columns");
    }

    public static void each(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < actual.length; j++) {
            assertThat(actual[j]).as("value %d", j).isCloseTo(expected[j], Percentage.withPercentage(100 * relative));
        }
    }

    /** Unbalanced groups, an intercept and two columns with coefficients 1, 2, 3 and residual variance 1. */
    private static final class Simulated {

        final double[] y;
        final double[][] x;
        final int[] group;

        private Simulated(double[] y, double[][] x, int[] group) {
            this.y = y;
            this.x = x;
            this.group = group;
        }

        static Simulated of(int seed, int groups, int largest, double groupSd) {
            UniformRandomProvider rng = new Seeds(1000).stream(seed);
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
            int[] sizes = new int[groups];
            Arrays.setAll(sizes, g -> g == 0 ? largest : 1 + rng.nextInt(largest));
            int n = Arrays.stream(sizes).sum();
            Simulated data = new Simulated(new double[n], new double[n][3], new int[n]);
            int row = 0;
            for (int g = 0; g < groups; g++) {
                double effect = groupSd * normal.sample();
                for (int k = 0; k < sizes[g]; k++, row++) {
                    double[] x = {1, normal.sample(), rng.nextDouble()};
                    data.x[row] = x;
                    data.group[row] = g;
                    data.y[row] = x[0] + 2 * x[1] + 3 * x[2] + effect + normal.sample();
                }
            }
            return data;
        }

        /** Two groups of equal mean, and two single rows that lie further off with each seed. */
        static Simulated withOutlyingRows(int seed) {
            ZigguratSampler.NormalizedGaussian normal =
                    ZigguratSampler.NormalizedGaussian.of(new Seeds(3000).stream(seed));
            int n = 2 + 2 * 18;
            Simulated data = new Simulated(new double[n], new double[n][], new int[n]);
            double far = 2 + 0.15 * seed;
            for (int i = 0; i < n; i++) {
                data.group[i] = i < 2 ? i : 2 + i % 2;
                data.x[i] = new double[] {1};
                data.y[i] = i < 2 ? (i == 0 ? far : -far) : i < n / 2 + 1 ? normal.sample() : -data.y[i - n / 2 + 1];
            }
            return data;
        }

        static Simulated groupLevel(int seed, int groups, int size) {
            ZigguratSampler.NormalizedGaussian normal =
                    ZigguratSampler.NormalizedGaussian.of(new Seeds(2000).stream(seed));
            int n = groups * size;
            Simulated data = new Simulated(new double[n], new double[n][2], new int[n]);
            for (int g = 0; g < groups; g++) {
                double effect = 1.5 * normal.sample();
                double column = normal.sample();
                for (int k = 0; k < size; k++) {
                    int row = g * size + k;
                    data.x[row] = new double[] {1, column};
                    data.group[row] = g;
                    data.y[row] = effect + normal.sample();
                }
            }
            return data;
        }
    }
}
