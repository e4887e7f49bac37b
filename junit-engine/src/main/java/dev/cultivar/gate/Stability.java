package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.StabilityGate;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * A gate on the share of the variance of polarity that is due to the topic and not to how it is put: at least {@code min}.
 *
 * @param min least share
 */
public record Stability(double min, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return StabilityGate.class;
    }

    @Override
    public Stability within(Scope other) {
        return new Stability(min, other);
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
    public Estimand estimand(Estimand suite) {
        return Estimand.ALL_TOPICS;
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
        return Optional.of("share");
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.measured(subject, Statistic.STABILITY, "share", estimand(run.estimand()));
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Optional.of(designs.stability(subject, min));
    }
}
