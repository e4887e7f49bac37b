package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.gate.facts.GateSubject;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * At least so much agreement between responses to one topic.
 *
 * @param min least self-consistency
 */
public record Consistency(double min, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return ConsistencyGate.class;
    }

    @Override
    public Consistency within(Scope other) {
        return new Consistency(min, other);
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
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.enoughTopics() ? suite.perSample() : List.of();
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options;
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.measured(subject, Statistic.CONSISTENCY, "spearman");
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return topics.consistency(sample);
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject) {
        return Optional.of(designs.ofAllTopics());
    }
}
