package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gate on agreement between responses to one topic: at least {@code min}.
 *
 * @param min least self-consistency
 * @param estimand the question that the gate answers; null for the suite's
 */
public record Consistency(double min, @Nullable Estimand estimand, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return ConsistencyGate.class;
    }

    @Override
    public Consistency within(Scope other) {
        return new Consistency(min, estimand, other);
    }

    @Override
    public String noun() {
        return "self-consistency";
    }

    @Override
    public String aim() {
        return "";
    }

    @Override
    public boolean isOfValues() {
        return false;
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
    public Optional<Estimand> named() {
        return Optional.ofNullable(estimand);
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.enoughTopics() ? suite.perSample() : List.of();
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options;
    }

    @Override
    public Optional<String> rowMetric() {
        return Optional.of(Metric.SPEARMAN.label());
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.measured(subject, Statistic.CONSISTENCY, Metric.SPEARMAN.label(), estimand(run.estimand()));
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return topics.consistency(sample);
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Optional.of(designs.consistency(subject, min, estimand(suite)));
    }
}
