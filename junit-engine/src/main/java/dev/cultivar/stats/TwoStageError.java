package dev.cultivar.stats;

/**
 * How the standard error of a statistic falls with more clusters and with more units in each: {@code se^2 = between / clusters + within /
 * (clusters units)}. More units cannot take it below what the clusters leave.
 *
 * @param between variance of one cluster, &gt;= 0
 * @param within variance of one unit within its cluster, &gt;= 0
 */
public record TwoStageError(double between, double within) {

    public TwoStageError {
        if (!(between >= 0 && within >= 0 && between + within > 0)) {
            throw new IllegalArgumentException(
                    "variances are " + between + " and " + within + "; both must be at least 0 and one above it");
        }
    }

    /**
     * From standard errors that bootstraps gave on one set of data.
     *
     * @param clusters number of clusters in the data
     * @param units mean number of units a cluster
     * @param whole standard error with clusters resampled (which carries the noise of their units too)
     * @param unitsAlone standard error with units resampled and the clusters kept
     */
    public static TwoStageError of(int clusters, double units, double whole, double unitsAlone) {
        Require.atLeast("clusters", clusters, 1);
        Require.positive("units", units);
        Require.positive("standard error", whole);
        double within = unitsAlone * unitsAlone;
        return new TwoStageError(clusters * Math.max(0, whole * whole - within), clusters * units * within);
    }

    /** Standard error with so many clusters of so many units. */
    public double standardError(int clusters, double units) {
        Require.atLeast("clusters", clusters, 1);
        Require.positive("units", units);
        return Math.sqrt((between + within / units) / clusters);
    }

    /**
     * Units each cluster needs for a standard error of at most {@code target}.
     *
     * @return a whole number, at least 1; infinite where no number of units suffices with these clusters
     */
    public double unitsNeeded(int clusters, double target) {
        Require.atLeast("clusters", clusters, 1);
        Require.positive("target", target);
        double room = target * target * clusters - between;
        return room > 0
                ? Math.max(1, Math.ceil(within / room * (1 - 1e-12)))
                : within == 0 && room == 0 ? 1 : Double.POSITIVE_INFINITY;
    }

    /** Clusters needed for a standard error of at most {@code target} with so many units in each. */
    public long clustersNeeded(double units, double target) {
        Require.positive("units", units);
        Require.positive("target", target);
        return Math.max(1, (long) Math.ceil((between + within / units) / (target * target) * (1 - 1e-12)));
    }
}
