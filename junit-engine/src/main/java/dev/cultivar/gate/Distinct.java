package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.DistinctGate;
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
 * A gate on alignment with a population after removing what other countries share: at least {@code min}.
 *
 * @param population name of a population, {@code local} or {@code language}
 * @param min least distinct alignment
 * @param estimand the question that the gate answers; null for the suite's
 */
public record Distinct(
        String population, double min, @Nullable Estimand estimand, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return DistinctGate.class;
    }

    @Override
    public Distinct within(Scope other) {
        return new Distinct(population, min, estimand, other);
    }

    @Override
    public String noun() {
        return "distinct alignment";
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
        return new Range(-1, 1);
    }

    @Override
    public Optional<String> about() {
        return Optional.of(population)
                .filter(name -> !name.equals(Population.LOCAL))
                .map(name -> "population = \"" + name + "\"");
    }

    @Override
    public Optional<Estimand> named() {
        return Optional.ofNullable(estimand);
    }

    @Override
    public List<String> mistakes(RunSettings suite) {
        return suite.value(Settings.METHOD) == Method.PUBLISHED
                ? List.of("cultivar.method=published has no distinct alignment; leave the gate out, or set"
                        + " cultivar.method to robust.")
                : List.of();
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.perPopulation(language -> suite.amongOthers(population, language));
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options.withPopulation(subject.populationName());
    }

    @Override
    public Optional<String> rowMetric() {
        return Optional.of(Metric.MIRRORED.label());
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.measured(subject, Statistic.DISTINCT, Metric.MIRRORED.label(), estimand(run.estimand()));
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return topics.distinct(subject, sample);
    }

    @Override
    public Optional<ReferencePoints> references(PerfectRespondents people, PopulationKey population, String language) {
        return Optional.of(people.distinct(population));
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Optional.of(designs.distinct(subject, min, estimand(suite)));
    }
}
