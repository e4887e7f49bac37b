package dev.cultivar.analysis.alignment;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.StanceCounts;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the responses of each polarity divide by size, the number of their statements with a side: among those with polarity 0.5, some may
 * have one pro statement of two and others five of ten. A bootstrap round weighs polarities; this class says what that means for sizes.
 */
final class SizesByPolarity {

    private final CountTable table;
    private final int[] sizes;
    /** For each size and number of pro statements, the index of its polarity in the table; negative where the table lacks it. */
    private final int[][] value;
    /** For each size and number of pro statements, its share of the responses with the same polarity. */
    private final double[][] share;

    SizesByPolarity(StanceCounts counts, CountTable table) {
        this.table = table;
        SortedMap<Integer, double[]> responses = new TreeMap<>();
        counts.responses().forEach((sides, n) -> {
            int size = sides.pro() + sides.con();
            responses.computeIfAbsent(size, key -> new double[size + 1])[sides.pro()] += n;
        });
        sizes = responses.keySet().stream().mapToInt(Integer::intValue).toArray();
        share = responses.values().toArray(double[][]::new);
        value = new int[sizes.length][];
        double[] ofValue = new double[table.values.length];
        for (int i = 0; i < sizes.length; i++) {
            int size = sizes[i];
            value[i] = new int[size + 1];
            Arrays.setAll(value[i], pro -> Arrays.binarySearch(table.values, (double) pro / size));
            for (int pro = 0; pro <= size; pro++) {
                if (value[i][pro] >= 0) {
                    ofValue[value[i][pro]] += share[i][pro];
                }
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            for (int pro = 0; pro <= sizes[i]; pro++) {
                share[i][pro] /= value[i][pro] >= 0 ? ofValue[value[i][pro]] : 1;
            }
        }
    }

    /** Sizes that occur, ascending. */
    int[] sizes() {
        return sizes.clone();
    }

    /**
     * Weight of the responses of each size (rows, as {@link #sizes()}) with 0, 1, ... pro statements.
     *
     * @param weights of the table's entries
     */
    double[][] of(double[] weights) {
        double[] byValue = new double[table.values.length];
        for (int e = 0; e < weights.length; e++) {
            byValue[table.value[e]] += weights[e];
        }
        double[][] observed = new double[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            observed[i] = new double[sizes[i] + 1];
            for (int pro = 0; pro <= sizes[i]; pro++) {
                boolean known = value[i][pro] >= 0 && share[i][pro] > 0;
                observed[i][pro] = known ? byValue[value[i][pro]] * share[i][pro] : 0;
            }
        }
        return observed;
    }
}
