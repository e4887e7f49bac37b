package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.gate.facts.GateSubject;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * A gate on the share of planned responses that were scored: at least {@code min}.
 *
 * @param min least share
 */
public record Coverage(double min, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return CoverageGate.class;
    }

    @Override
    public Coverage within(Scope other) {
        return new Coverage(min, other);
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
        return new Range(0, 1);
    }

    @Override
    public boolean hasInterval() {
        return false;
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.perSample();
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options;
    }

    @Override
    public Optional<String> rowMetric() {
        return Optional.of("share");
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.measured(subject, Statistic.COVERAGE, "share", estimand(run.estimand()));
    }

    @Override
    public LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return topics.coverage(sample);
    }
}
