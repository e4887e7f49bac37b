package dev.cultivar.stats;

/** The product-moment correlation of weighted pairs. */
final class WeightedMoments {

    private WeightedMoments() {}

    /** In [-1, 1]; both columns must vary under the weights. */
    static double correlation(double[] x, double[] y, double[] w) {
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < w.length; i++) {
            total += w[i];
            meanX += w[i] * x[i];
            meanY += w[i] * y[i];
        }
        meanX /= total;
        meanY /= total;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < w.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            sxx += w[i] * dx * dx;
            syy += w[i] * dy * dy;
            sxy += w[i] * dx * dy;
        }
        double product = sxx * syy; // one root keeps a perfect correlation at exactly 1; two survive extreme scales
        boolean safe = product > 1e-290 && product < 1e290;
        double r = safe ? sxy / Math.sqrt(product) : sxy / Math.sqrt(sxx) / Math.sqrt(syy);
        return Math.max(-1, Math.min(1, r)); // keeps NaN
    }
}
