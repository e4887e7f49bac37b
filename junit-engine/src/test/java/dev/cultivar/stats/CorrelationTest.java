package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    @Test
    void tiedValuesShareTheMeanOfTheirRanks() {
        assertThat(Ranks.midRanks(new double[] {3, 1, 3, 2, -0.0, 0.0})).containsExactly(5.5, 3, 5.5, 4, 1.5, 1.5);
    }

    @Test
    void aRepeatedValueRanksAsItsCopiesWould() {
        assertThat(Ranks.midRanks(new double[] {10, 20, 30}, new double[] {2, 3, 1}))
                .containsExactly(1.5, 4, 6);
    }

    @Test
    void spearmanAndPearsonAgreeWithCommonsMathOnTiedData() {
        UniformRandomProvider rng = new Seeds(1).stream(0);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = coarse(rng, 40);
            double[] y = coarse(rng, 40);
            assertThat(Correlation.spearman(x, y))
                    .isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-12));
            assertThat(Correlation.pearson(x, y)).isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-12));
        }
    }

    @Test
    void aWeightIsTheSameAsRepeatingThePair() {
        UniformRandomProvider rng = new Seeds(2).stream(0);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = coarse(rng, 25);
            double[] y = coarse(rng, 25);
            double[] w = new double[25];
            Arrays.setAll(w, i -> rng.nextInt(4));
            double[] longX = repeat(x, w);
            double[] longY = repeat(y, w);
            assertThat(Correlation.spearman(x, y, w)).isCloseTo(Correlation.spearman(longX, longY), within(1e-12));
            assertThat(Correlation.pearson(x, y, w)).isCloseTo(Correlation.pearson(longX, longY), within(1e-12));
            assertThat(Distances.meanAlignment(x, y, w))
                    .isCloseTo(Distances.meanAlignment(longX, longY), within(1e-12));
        }
    }

    @Test
    void mirroredIsSpearmansRhoOverThePairsAndTheirMirrorImages() {
        UniformRandomProvider rng = new Seeds(3).stream(0);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = tenths(rng, 25);
            double[] y = tenths(rng, 25);
            double[] w = new double[25];
            Arrays.setAll(w, i -> rng.nextInt(4));
            assertThat(Correlation.mirrored(x, y, w))
                    .isCloseTo(Correlation.spearman(withImages(x), withImages(y), twice(w)), within(1e-12));
        }
    }

    @Test
    void mirroredDoesNotDependOnWhichPoleIsCalledOne() {
        UniformRandomProvider rng = new Seeds(4).stream(0);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = tenths(rng, 25);
            double[] y = tenths(rng, 25);
            double[] w = new double[25];
            Arrays.setAll(w, i -> 1 + rng.nextInt(4));
            double before = Correlation.mirrored(x, y, w);
            for (int i = 0; i < x.length; i++) {
                if (rng.nextBoolean()) {
                    x[i] = 1 - x[i];
                    y[i] = 1 - y[i];
                }
            }
            assertThat(Correlation.mirrored(x, y, w)).isCloseTo(before, within(1e-12));
        }
    }

    @Test
    void valuesAtOneHalfSayNothingMirrored() {
        assertThat(Correlation.mirrored(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1, 1}))
                .isNaN();
    }

    /** From the inverse of the matrix of correlations. */
    @Test
    void aPartialCorrelationIsThatOfTheInverse() {
        double[][] r = {{1, 0.5, 0.3}, {0.5, 1, 0.6}, {0.3, 0.6, 1}};
        double[][] inverse = new LUDecomposition(new Array2DRowRealMatrix(r))
                .getSolver()
                .getInverse()
                .getData();
        assertThat(Correlation.partial(0.5, 0.3, 0.6))
                .isCloseTo(-inverse[0][1] / Math.sqrt(inverse[0][0] * inverse[1][1]), within(1e-12));
        assertThat(Correlation.partial(0.5, 0.5, 1)).isNaN();
    }

    private static double[] tenths(UniformRandomProvider rng, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> rng.nextInt(11) / 10.0);
        return values;
    }

    private static double[] withImages(double[] x) {
        double[] both = Arrays.copyOf(x, 2 * x.length);
        for (int i = 0; i < x.length; i++) {
            both[i] = Math.rint(x[i] * 1e12) / 1e12;
            both[x.length + i] = Math.rint((1 - x[i]) * 1e12) / 1e12;
        }
        return both;
    }

    private static double[] twice(double[] w) {
        double[] both = Arrays.copyOf(w, 2 * w.length);
        System.arraycopy(w, 0, both, w.length, w.length);
        return both;
    }

    @Test
    void spearmanSeesOnlyTheOrder() {
        double[] x = {1, 2, 3, 4, 5};
        assertThat(Correlation.spearman(x, new double[] {1, 10, 100, 1e5, 1e9})).isEqualTo(1);
        assertThat(Correlation.spearman(x, new double[] {5, 4, 3, 2, -1e9})).isEqualTo(-1);
    }

    @Test
    void fewerThanTwoDistinctValuesLeaveACorrelationUndefined() {
        double[] constant = {0.1, 0.1, 0.1};
        double[] varied = {1, 2, 3};
        assertThat(Correlation.spearman(constant, varied)).isNaN();
        assertThat(Correlation.pearson(varied, constant)).isNaN();
        assertThat(Correlation.spearman(new double[0], new double[0])).isNaN();
        assertThat(Correlation.pearson(new double[] {1}, new double[] {2})).isNaN();
    }

    @Test
    void valuesWithoutWeightDoNotCountAsDistinct() {
        double[] x = {1, 2, 2};
        double[] w = {0, 5, 7};
        assertThat(Correlation.spearman(x, new double[] {1, 2, 3}, w)).isNaN();
        assertThat(Correlation.pearson(x, new double[] {1, 2, 3}, w)).isNaN();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Correlation.spearman(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x has 2 values but y has 3; both need the same number");
        assertThatThrownBy(() -> Correlation.pearson(new double[] {1, Double.NaN}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x[1] is NaN");
        assertThatThrownBy(() -> Correlation.spearman(new double[2], new double[2], new double[] {1, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("w[1] is -1.0");
    }

    private static double[] coarse(UniformRandomProvider rng, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> rng.nextInt(6) / 5.0);
        return values;
    }

    private static double[] repeat(double[] values, double[] times) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < times[i]; k++) {
                all.add(values[i]);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
