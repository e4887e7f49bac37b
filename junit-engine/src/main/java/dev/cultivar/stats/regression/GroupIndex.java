package dev.cultivar.stats.regression;

import java.util.HashMap;
import java.util.Map;

/** Group labels, renumbered from 0 in the order in which they first occur. */
final class GroupIndex {

    private final int[] index;
    private final int[] sizes;

    private GroupIndex(int[] index, int[] sizes) {
        this.index = index;
        this.sizes = sizes;
    }

    static GroupIndex of(int[] labels, int rows) {
        if (labels.length != rows) {
            throw new IllegalArgumentException(
                    "there are " + labels.length + " group labels for " + rows + " rows; one is needed for each");
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] index = new int[rows];
        for (int i = 0; i < rows; i++) {
            Integer known = numbers.putIfAbsent(labels[i], numbers.size());
            index[i] = known == null ? numbers.size() - 1 : known;
        }
        int[] sizes = new int[numbers.size()];
        for (int group : index) {
            sizes[group]++;
        }
        return new GroupIndex(index, sizes);
    }

    int count() {
        return sizes.length;
    }

    int size(int group) {
        return sizes[group];
    }

    int of(int row) {
        return index[row];
    }

    double[] sums(double[] values) {
        double[] sums = new double[sizes.length];
        for (int i = 0; i < values.length; i++) {
            sums[index[i]] += values[i];
        }
        return sums;
    }

    double[] means(double[] values) {
        double[] means = sums(values);
        for (int g = 0; g < means.length; g++) {
            means[g] /= sizes[g];
        }
        return means;
    }

    /** Values minus the mean of their group. */
    double[] centred(double[] values, double[] means) {
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - means[index[i]];
        }
        return centred;
    }
}
