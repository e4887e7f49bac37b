package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.api.DriftGate;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * An alarm: it passes if no category of topics has certainly moved since an earlier run.
 *
 * @param file path of the baseline
 * @param baselineModel model of the baseline; empty for the one named in the model's settings
 * @param required whether a missing baseline fails
 */
public record Drift(String file, String baselineModel, boolean required, Scope scope) implements Gate {

    @Override
    public Class<? extends Annotation> annotation() {
        return DriftGate.class;
    }

    @Override
    public Drift within(Scope other) {
        return new Drift(file, baselineModel, required, other);
    }

    @Override
    public String noun() {
        return "drift of categories";
    }

    @Override
    public String aim() {
        return "";
    }

    @Override
    public boolean isOfValues() {
        return true;
    }

    /** Bound on the number of categories that have certainly moved. */
    @Override
    public Bound bound() {
        return Bound.atMost(0);
    }

    @Override
    public Range thresholds() {
        return new Range(0, 0);
    }

    @Override
    public Optional<String> baseline() {
        return Optional.of(file);
    }

    @Override
    public Optional<EarlierRun> earlier(GateSubject subject) {
        return Optional.of(with(subject));
    }

    private EarlierRun with(GateSubject subject) {
        return EarlierRun.of(file, baselineModel, subject.modelName(), required);
    }

    @Override
    public Drift of(ModelSettings model) {
        return baselineModel.isEmpty() && !model.baseline().equals(model.name())
                ? new Drift(file, model.baseline(), required, scope)
                : this;
    }

    /** The gate does its own testing, over categories. */
    @Override
    public boolean hasInterval() {
        return false;
    }

    @Override
    public boolean isAlarm() {
        return true;
    }

    @Override
    public List<String> mistakes(RunSettings suite) {
        return file.isBlank()
                ? List.of("no baseline is named; give the path of a file that cultivar:baseline-save wrote.")
                : List.of();
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
    public Finding find(Findings run, GateSubject subject) {
        return run.drift(subject, with(subject));
    }
}
