package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * No worse than an earlier run, by a margin.
 *
 * @param file path of the baseline
 * @param margin greatest loss of alignment
 * @param population as for {@link Alignment}
 * @param required whether a missing baseline fails
 */
public record Regression(String file, double margin, String population, boolean required, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return RegressionGate.class;
    }

    @Override
    public Regression within(Scope other) {
        return new Regression(file, margin, population, required, other);
    }

    /** A change of at least minus the margin. */
    @Override
    public Bound bound() {
        return Bound.atLeast(0.0 - margin);
    }

    @Override
    public double threshold() {
        return margin;
    }

    @Override
    public Range thresholds() {
        return new Range(0, 2);
    }

    @Override
    public Optional<String> baseline() {
        return Optional.of(file);
    }

    /** Both runs share their topics, which are resampled. */
    @Override
    public Estimand estimand(Estimand suite) {
        return Estimand.ALL_TOPICS;
    }

    @Override
    public List<String> mistakes(Estimand suite) {
        return file.isBlank()
                ? List.of("no baseline is named; give the path of a file that cultivar:baseline-save wrote.")
                : List.of();
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.perPopulation(language -> suite.populations(population, language));
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return options.withPopulation(subject.populationName());
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.change(subject, file, required);
    }

    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject) {
        return Optional.of(designs.change(subject));
    }
}
