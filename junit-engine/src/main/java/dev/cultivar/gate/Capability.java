package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.api.CapabilityGate;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.RunSettings;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * A gate on the coefficient of capability in Eq. 3: at least {@code min}.
 *
 * @param family of models
 * @param min least coefficient
 */
public record Capability(String family, double min, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return CapabilityGate.class;
    }

    @Override
    public Capability within(Scope other) {
        return new Capability(family, min, other);
    }

    @Override
    public String noun() {
        return "capability coefficient";
    }

    @Override
    public String aim() {
        return family;
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
        return Range.ANY;
    }

    @Override
    public Estimand estimand(Estimand suite) {
        return Estimand.ALL_TOPICS;
    }

    @Override
    public boolean restsOnOneSample() {
        return false;
    }

    @Override
    public List<String> mistakes(RunSettings suite) {
        return family.isBlank() ? List.of("no family is named.") : List.of();
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.enoughTopics() ? suite.perFamily(family) : List.of();
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options.withRegressions();
    }

    @Override
    public Optional<String> rowMetric() {
        return Optional.of("coefficient");
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.capability(subject, family, estimand(run.estimand()));
    }
}
