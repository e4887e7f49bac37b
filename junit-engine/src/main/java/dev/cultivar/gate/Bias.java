package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.BiasGate;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gate on bias: how much closer a model is to a reference country than to the countries of the language, at most {@code max}.
 *
 * @param reference country
 * @param max greatest bias
 * @param method difference of alignments, or coefficient of Eq. 4, which is always about all topics
 * @param estimand the question that the gate answers; null for the suite's
 */
public record Bias(
        String reference,
        double max,
        BiasGate.Method method,
        @Nullable Estimand estimand,
        Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return BiasGate.class;
    }

    @Override
    public Bias within(Scope other) {
        return new Bias(reference, max, method, estimand, other);
    }

    @Override
    public String aim() {
        return reference;
    }

    @Override
    public boolean isOfValues() {
        return true;
    }

    @Override
    public Bound bound() {
        return Bound.atMost(max);
    }

    @Override
    public Range thresholds() {
        return new Range(-2, 2);
    }

    @Override
    public Optional<String> about() {
        return Optional.of(reference)
                .filter(name -> !name.equals(PopulationTable.REFERENCE))
                .map(name -> "reference = \"" + name + "\"");
    }

    @Override
    public Optional<String> metric() {
        return isCoefficient() ? Optional.of(method.name().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    @Override
    public boolean isTowards() {
        return true;
    }

    @Override
    public Optional<Estimand> named() {
        return Optional.ofNullable(estimand);
    }

    @Override
    public Estimand estimand(Estimand suite) {
        return isCoefficient() ? Estimand.ALL_TOPICS : named().orElse(suite);
    }

    @Override
    public List<String> mistakes(RunSettings suite) {
        return isCoefficient() && estimand == Estimand.THESE_TOPICS
                ? List.of("method OLS answers for all topics only; leave out the estimand or the method.")
                : List.of();
    }

    private boolean isCoefficient() {
        return method == BiasGate.Method.OLS;
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.perPopulation(language -> suite.reference(reference, language));
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        AnalysisOptions required = options.withReference(subject.populationName());
        return isCoefficient() ? required.withRegressions() : required;
    }

    @Override
    public Optional<String> rowMetric() {
        return Optional.of(isCoefficient() ? "coefficient" : "difference");
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        if (!isCoefficient()) {
            return run.measured(subject, Statistic.BIAS, "difference", estimand(run.estimand()));
        }
        return run.referenceLevel(subject)
                .<Finding>map(Finding::undecidable)
                .orElseGet(() -> run.measured(subject, Statistic.BIAS, "coefficient", estimand(run.estimand())));
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return isCoefficient() ? LeaveOneOut.NONE : topics.bias(subject, sample);
    }

    @Override
    public Optional<ReferencePoints> references(PerfectRespondents people, PopulationKey population, String language) {
        return isCoefficient() || !population.name().equals(PopulationTable.REFERENCE)
                ? Optional.empty()
                : people.bias(language);
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return isCoefficient() ? Optional.empty() : Optional.of(designs.bias(subject, estimand(suite)));
    }
}
