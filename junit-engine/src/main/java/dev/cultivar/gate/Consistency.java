package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.ConsistencyGate;
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
    public List<GateLeaf> expand(GateExpansion suite) {
        return suite.enoughTopics(this) ? suite.perSample(this) : List.of();
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateLeaf leaf) {
        return options;
    }

    @Override
    public Finding find(Findings run, GateLeaf leaf) {
        return run.measured(leaf, Statistic.CONSISTENCY, "spearman");
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateLeaf leaf, ScoredSample sample) {
        return topics.consistency(sample);
    }

    @Override
    public Optional<GatePower.Design> design(GatePower power, GateLeaf leaf) {
        return Optional.of(power.ofAllTopics());
    }
}
