package dev.cultivar.gate.design;

import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Correlation;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.List;

/**
 * What is known about the precision of statistics before anything is asked, with self-consistency {@code c} and {@code n} responses in
 * all.
 *
 * <p>At these topics only responses vary, by the share {@code 1 - c} of the variance. On Fisher's z the variance of an alignment
 * {@code rho} is {@code (1 - c) / (n (1 - rho^2))}; the variance of a distinct alignment {@code D} is
 * {@code (1 - c) / (n (1 - w^2)(1 - D^2))}, where {@code w} is the mirrored alignment with the mean of the other countries; the variance
 * of a bias is {@code (1 - c) 2 (1 - r) / n}, where {@code r} is the correlation between the populations. On the paper's models, these
 * are 0.9 to 1.2 times the jackknife's.
 *
 * <p>Over all topics, a topic's mean varies too, so a correlation over {@code Q} topics with {@code m} responses to each has a variance
 * of about {@code (c + (1 - c) / m) / Q}, and a bias {@code 2 (1 - r)} times that.
 */
public final class PowerDesigns {

    /** Mirrored alignment with the other countries: the median of the paper's six open models. */
    private static final double WITH_WORLD = 0.58;

    private static final String MIRRORED = Metric.MIRRORED.label();
    private static final String SPEARMAN = Metric.SPEARMAN.label();
    private static final String DIFFERENCE = "difference";
    private static final String SHARE = "share";

    /** Too small for anybody to notice. */
    private static final double LEAST_ERROR = 1e-9;

    /** For a model that always gives the same answer there is no standard error to plan with. */
    private static final double MOST = 0.99;

    private final PopulationTable populations;
    private final List<String> topics;
    private final Expectations earlier;

    /**
     * Designs for the gates of a suite.
     *
     * @param topics keys of the suite's topics
     * @param earlier what is known about its models
     */
    public PowerDesigns(PopulationTable populations, List<String> topics, Expectations earlier) {
        this.populations = populations;
        this.topics = List.copyOf(topics);
        this.earlier = earlier;
    }

    /** The design for a correlation with a population, if the truth is {@code rho}. */
    public PowerDesign alignment(GateSubject subject, Metric metric, double rho, Estimand estimand) {
        Expected expected = expected(Statistic.ALIGNMENT, metric.label(), subject, UsualModel.ALIGNMENT);
        return correlation(subject, estimand, expected, 1 - rho * rho);
    }

    /** The design for a distinct alignment, if the truth is {@code distinct}. */
    public PowerDesign distinct(GateSubject subject, double distinct, Estimand estimand) {
        return correlation(
                subject,
                estimand,
                expected(Statistic.DISTINCT, MIRRORED, subject, UsualModel.DISTINCT),
                (1 - WITH_WORLD * WITH_WORLD) * (1 - distinct * distinct));
    }

    /** @param left share of the variance that is unexplained at these topics */
    private PowerDesign correlation(GateSubject subject, Estimand estimand, Expected expected, double left) {
        int known = known(subject);
        double consistency = consistency(subject);
        Precision precision = estimand == Estimand.THESE_TOPICS
                ? new FallingError(known, 0, (1 - consistency) / Math.max(1 - MOST, left), Scale.FISHER)
                : new FallingError(known, consistency, 1 - consistency, Scale.FISHER);
        return new PowerDesign(estimand, known, expected, precision);
    }

    /** The design for a self-consistency, if the truth is {@code consistency}. */
    public PowerDesign consistency(GateSubject subject, double consistency, Estimand estimand) {
        return new PowerDesign(
                estimand,
                topics.size(),
                expected(Statistic.CONSISTENCY, SPEARMAN, subject, UsualModel.CONSISTENCY),
                new ConsistencyError(
                        topics.size(), Math.max(0, Math.min(MOST, consistency)), estimand == Estimand.THESE_TOPICS));
    }

    /**
     * The design for the topics' share of the variance, over all topics such as these, if the truth is {@code share}. That share is what
     * two responses to a topic have in common, so a model about which nothing else is known is assumed to have as much of it as of
     * self-consistency.
     */
    public PowerDesign stability(GateSubject subject, double share) {
        return new PowerDesign(
                Estimand.ALL_TOPICS,
                topics.size(),
                expected(Statistic.STABILITY, SHARE, subject, consistency(subject)),
                new ConsistencyError(topics.size(), Math.max(0, Math.min(MOST, share)), false));
    }

    /** The design for a difference between alignments with two populations. */
    public PowerDesign bias(GateSubject subject, Estimand estimand) {
        double factor = contrastFactor(subject);
        double consistency = consistency(subject);
        return new PowerDesign(
                estimand,
                known(subject),
                expected(Statistic.BIAS, DIFFERENCE, subject, UsualModel.BIAS),
                new FallingError(
                        known(subject),
                        estimand == Estimand.THESE_TOPICS ? 0 : factor * consistency,
                        factor * (1 - consistency),
                        Scale.LINE));
    }

    /**
     * The design for the change of a model that did not change.
     *
     * @param standardError of the change, at least 0, as the baseline predicts
     */
    public PowerDesign change(GateSubject subject, double standardError, Estimand estimand) {
        return new PowerDesign(
                estimand, known(subject), Expected.usual(0), new PlannedError(Math.max(LEAST_ERROR, standardError)));
    }

    private Expected expected(Statistic statistic, String metric, GateSubject subject, double usual) {
        return earlier.found(statistic, metric, subject).orElseGet(() -> Expected.usual(usual));
    }

    private double consistency(GateSubject subject) {
        double found = expected(Statistic.CONSISTENCY, SPEARMAN, subject, UsualModel.CONSISTENCY)
                .value();
        return Math.max(0, Math.min(MOST, found));
    }

    private int known(GateSubject subject) {
        return Math.max(1, (int) topics.stream()
                .filter(topic ->
                        populations.polarity(subject.populationName(), topic).isPresent())
                .count());
    }

    /**
     * Variance of a difference between alignments relative to that of a single alignment, from the correlations between the populations.
     */
    private double contrastFactor(GateSubject subject) {
        String reference = String.valueOf(subject.population());
        List<String> others = populations.local(subject.language()).stream()
                .map(PopulationKey::name)
                .filter(name -> !name.equals(reference))
                .toList();
        int k = others.size();
        double toReference = 0;
        double among = 0;
        for (String one : others) {
            toReference += correlation(reference, one) / k;
            for (String other : others) {
                among += correlation(one, other) / ((double) k * k);
            }
        }
        return Math.max(0.01, 1 + among - 2 * toReference);
    }

    private double correlation(String one, String other) {
        List<String> common = topics.stream()
                .filter(topic -> populations.polarity(one, topic).isPresent()
                        && populations.polarity(other, topic).isPresent())
                .toList();
        double[] x = common.stream()
                .mapToDouble(topic -> populations.polarity(one, topic).orElseThrow())
                .toArray();
        double[] y = common.stream()
                .mapToDouble(topic -> populations.polarity(other, topic).orElseThrow())
                .toArray();
        return Correlation.spearman(x, y);
    }
}
