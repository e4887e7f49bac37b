package dev.cultivar.stats.regression;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided p-values of a table's t tests, as R and statsmodels print them. */
final class PValues {

    private PValues() {}

    static double[] of(Coefficients table) {
        double[] t = table.tValues();
        double[] df = table.degreesOfFreedom();
        return IntStream.range(0, t.length)
                .mapToDouble(j -> 2 * TDistribution.of(df[j]).survivalProbability(Math.abs(t[j])))
                .toArray();
    }
}
