package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.Population;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.PopulationKey;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gate on alignment with a population: at least {@code min}.
 *
 * @param population name of a population, {@code local}, {@code language} or {@code global}
 * @param min least alignment
 * @param metricName a label of {@link Metric}, as declared
 * @param estimand the question that the gate answers; null for the suite's
 */
public record Alignment(
        String population,
        double min,
        String metricName,
        @Nullable Estimand estimand,
        Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return AlignmentGate.class;
    }

    @Override
    public Alignment within(Scope other) {
        return new Alignment(population, min, metricName, estimand, other);
    }

    @Override
    public String aim() {
        return population;
    }

    @Override
    public boolean isOfValues() {
        return true;
    }

    @Override
    public Bound bound() {
        return Bound.atLeast(min);
    }

    @Override
    public Range thresholds() {
        return new Range(Metric.of(metricName).map(Metric::least).orElse(-1.0), 1);
    }

    @Override
    public Optional<String> about() {
        return population.equals(Population.LOCAL)
                ? metric().map(metric -> "metric = \"" + metric + "\"")
                : Optional.of("population = \"" + population + "\"");
    }

    @Override
    public Optional<String> metric() {
        return Optional.of(metricName).filter(name -> !name.equals(Metric.SPEARMAN.label()));
    }

    @Override
    public Optional<Estimand> named() {
        return Optional.ofNullable(estimand);
    }

    @Override
    public List<String> mistakes(RunSettings suite) {
        Optional<Metric> known = Metric.of(metricName);
        if (known.isEmpty()) {
            return List.of("metric '" + metricName + "' is unknown; choose one of " + String.join(", ", Metric.labels())
                    + ".");
        }
        if (suite.value(Settings.METHOD) == Method.PUBLISHED && known.get() != Metric.SPEARMAN) {
            return List.of("with cultivar.method=published the only metric is " + Metric.SPEARMAN.label()
                    + "; choose it, or set cultivar.method to robust.");
        }
        return estimand(suite.estimand()) == Estimand.ALL_TOPICS || !known.get().ofTopicMeans()
                ? List.of()
                : List.of("metric '" + metricName + "' has no interval for these topics; choose "
                        + Metric.MEAN_ALIGNMENT.label() + ", or estimand ALL_TOPICS.");
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.perPopulation(language -> suite.populations(population, language));
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options.withPopulation(subject.populationName())
                .withMetric(Metric.of(metricName).orElse(Metric.SPEARMAN));
    }

    @Override
    public Optional<String> rowMetric() {
        return Optional.of(metricName);
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.measured(subject, Statistic.ALIGNMENT, metricName, estimand(run.estimand()));
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return topics.alignment(subject, sample, Metric.of(metricName).orElse(Metric.SPEARMAN));
    }

    @Override
    public Optional<ReferencePoints> references(PerfectRespondents people, PopulationKey population, String language) {
        return Metric.of(metricName).map(metric -> people.alignment(metric, population));
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Metric.of(metricName)
                .filter(Metric::correlation)
                .map(metric -> designs.alignment(subject, metric, min, estimand(suite)));
    }
}
