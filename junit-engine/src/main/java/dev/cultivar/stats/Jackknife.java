package dev.cultivar.stats;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Leave-one-out values of a statistic, as {@link Bootstrap#bca} wants them. */
public final class Jackknife {

    private Jackknife() {}

    /**
     * The statistic with unit {@code i} left out, for each {@code i}, in parallel on the common pool.
     *
     * @param units number of units (of clusters, where clusters are resampled)
     * @param without the statistic of the data without the unit of that index; called from several threads at once
     */
    public static double[] leaveOneOut(int units, IntToDoubleFunction without) {
        return IntStream.range(0, units).parallel().mapToDouble(without).toArray();
    }
}
