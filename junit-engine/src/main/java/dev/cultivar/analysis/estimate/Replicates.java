package dev.cultivar.analysis.estimate;

import org.jspecify.annotations.Nullable;

/** From bootstrap replicates to a pivot. */
public final class Replicates {

    /** If more than this share of the replicates is undefined, the spread of the others says too little. */
    private static final double MOST_UNDEFINED = 0.05;

    private Replicates() {}

    /**
     * The t pivot of an estimate; its standard error, on the scale, is the standard deviation of the replicates.
     *
     * @param units number of resampled topics that it rests on
     * @return null where the estimate or too many replicates are NaN
     */
    public static @Nullable Pivot pivot(double estimate, double[] replicates, int units, Scale scale, double divisor) {
        if (Double.isNaN(estimate)) {
            return null;
        }
        boolean correlation = scale.kind() == Scale.Kind.Z;
        double limit = correlation ? nextToOne(units) : Double.POSITIVE_INFINITY;
        double least = correlation ? scale.least() * limit : Double.NEGATIVE_INFINITY;
        int known = 0;
        double mean = 0;
        double squares = 0;
        for (double replicate : replicates) {
            if (!Double.isNaN(replicate)) {
                double value = scale.to(clamp(replicate, least, limit));
                known++;
                double d = value - mean;
                mean += d / known;
                squares += d * (value - mean);
            }
        }
        if (known < 2 || replicates.length - known > MOST_UNDEFINED * replicates.length) {
            return null;
        }
        double standardError = Math.sqrt(squares / (known - 1));
        if (estimate > limit || estimate < least) {
            standardError = Math.max(standardError, 1 / Math.sqrt(units - 3.0));
        }
        return new Pivot(estimate, scale.to(clamp(estimate, least, limit)), standardError, units - 1.0, scale, divisor);
    }

    /**
     * The greatest rho below 1 that {@code n} untied pairs can have. Fisher's z of 1 is infinite, and a perfect order of a few topics
     * does not prove a perfect order of all.
     */
    private static double nextToOne(int n) {
        return 1 - 12 / (n * ((double) n * n - 1));
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
