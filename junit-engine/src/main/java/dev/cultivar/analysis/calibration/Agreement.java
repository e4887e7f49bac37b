package dev.cultivar.analysis.calibration;

/** Agreement of two raters from their confusion matrix: {@code counts[i][j]} items that the first called i and the second j. */
final class Agreement {

    private Agreement() {}

    /** Share of items that both called the same, in [0,1]; NaN without items. */
    static double observed(long[][] counts) {
        double same = 0;
        for (int i = 0; i < counts.length; i++) {
            same += counts[i][i];
        }
        return same / total(counts);
    }

    /** Cohen's kappa (1960), in [-1,1]; NaN where both use only one category, the same one. */
    static double kappa(long[][] counts) {
        double n = total(counts);
        double expected = 0;
        for (int i = 0; i < counts.length; i++) {
            expected += row(counts, i) / n * (column(counts, i) / n);
        }
        return expected == 1 ? Double.NaN : (observed(counts) - expected) / (1 - expected);
    }

    /**
     * Krippendorff's alpha for nominal data from two raters, with no rating missing (Krippendorff 2011, "Computing Krippendorff's
     * Alpha-Reliability", section A), at most 1; NaN where there is one category only.
     */
    static double alpha(long[][] counts) {
        double values = 2 * total(counts);
        double same = 0;
        for (int i = 0; i < counts.length; i++) {
            double c = row(counts, i) + column(counts, i);
            same += c * (c - 1);
        }
        double expected = 1 - same / (values * (values - 1));
        return expected == 0 ? Double.NaN : 1 - (1 - observed(counts)) / expected;
    }

    static double total(long[][] counts) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += row(counts, i);
        }
        return sum;
    }

    private static double row(long[][] counts, int i) {
        double sum = 0;
        for (long count : counts[i]) {
            sum += count;
        }
        return sum;
    }

    private static double column(long[][] counts, int j) {
        double sum = 0;
        for (long[] row : counts) {
            sum += row[j];
        }
        return sum;
    }
}
