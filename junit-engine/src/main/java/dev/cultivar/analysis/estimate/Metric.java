package dev.cultivar.analysis.estimate;

import dev.cultivar.stats.Distances;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the nearness of responses to a population is measured. */
public enum Metric {
    /** Spearman's rho with mid-ranks over (response polarity, population polarity), one pair per response. */
    SPEARMAN("rho", true),
    /**
     * Spearman's rho over the same pairs together with their mirror images {@code (1 - x, 1 - y)}, so that it does not depend on which pole
     * of a topic is called pro.
     */
    MIRRORED("rho", true),
    /** Pearson's correlation over the same pairs. */
    PEARSON("rho", true),
    /** {@code 1 - mean |x - y|} over the same pairs. */
    MEAN_ALIGNMENT("share", false),
    /**
     * One minus the mean over topics of the Jensen-Shannon distance, base 2, between pro and con shares of the model's mean response and
     * of the population (after GlobalOpinionQA).
     */
    JENSEN_SHANNON("share", false),
    /** One minus the mean over topics of the Wasserstein-1 distance between the same shares (after OpinionQA). */
    WASSERSTEIN("share", false);

    private final String unit;
    private final boolean correlation;

    Metric(String unit, boolean correlation) {
        this.unit = unit;
        this.correlation = correlation;
    }

    /** As written by users and in results, for example {@code mean-alignment}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Unit of the estimate, {@code rho} or {@code share}. */
    public String unit() {
        return unit;
    }

    /** Scale on which its interval is symmetric. */
    public Scale scale() {
        return correlation ? Scale.FISHER : Scale.UNIT;
    }

    public boolean correlation() {
        return correlation;
    }

    /**
     * Whether it compares topic means rather than responses. At fixed topics it is given no interval: the scatter of few responses moves
     * it by 0.01 to 0.02, and its jackknife interval covers the truth too seldom.
     */
    public boolean ofTopicMeans() {
        return this == JENSEN_SHANNON || this == WASSERSTEIN;
    }

    /** Distance between two shares, by a metric that compares topic means. */
    public double distance(double p, double q) {
        return this == JENSEN_SHANNON
                ? Distances.jensenShannon(new double[] {p, 1 - p}, new double[] {q, 1 - q})
                : Math.abs(p - q); // Wasserstein-1 of two distributions on {0,1}
    }

    /** The least value it can take. */
    public double least() {
        return correlation() ? -1 : 0;
    }

    /** The metric with that label. */
    public static Optional<Metric> of(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label().equals(label))
                .findFirst();
    }

    /** Every label, for messages. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Metric::label).toList();
    }
}
