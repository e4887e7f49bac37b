package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Population;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.facts.ChangeSince;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.gate.facts.PlannedMargin;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.survey.PopulationTable;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gate on the change since an earlier run: worse by at most a margin.
 *
 * @param file path of the baseline
 * @param statistic what must not get worse
 * @param margin by how much it may get worse; null for the least margin that is planned
 * @param reference country that bias is measured towards
 * @param population of an alignment or a distinct alignment, as for {@link Alignment}
 * @param baselineModel model of the baseline; empty for the one named in the model's settings
 * @param required whether a missing baseline fails
 * @param estimand the question that the gate answers; null for the suite's
 * @param planned what plan and baseline say before anything is asked; null where they say nothing
 */
public record Regression(
        String file,
        RegressionGate.Statistic statistic,
        @Nullable Double margin,
        String reference,
        String population,
        String baselineModel,
        boolean required,
        @Nullable Estimand estimand,
        Scope scope,
        @Nullable PlannedMargin planned)
        implements Gate {

    /** The greatest margin that is used without being asked for: a model with that much more bias is another model. */
    public static final double MOST = 0.10;

    /** Creates the gate as a suite declares it. */
    public Regression(
            String file,
            RegressionGate.Statistic statistic,
            @Nullable Double margin,
            String reference,
            String population,
            String baselineModel,
            boolean required,
            @Nullable Estimand estimand,
            Scope scope) {
        this(file, statistic, margin, reference, population, baselineModel, required, estimand, scope, null);
    }

    @Override
    public Class<? extends Annotation> annotation() {
        return RegressionGate.class;
    }

    @Override
    public Regression within(Scope other) {
        return new Regression(
                file, statistic, margin, reference, population, baselineModel, required, estimand, other, planned);
    }

    /** The same, with what is known about its margin. */
    public Regression with(PlannedMargin known) {
        return new Regression(
                file, statistic, margin, reference, population, baselineModel, required, estimand, scope, known);
    }

    @Override
    public Optional<EarlierRun> earlier(GateSubject subject) {
        return Optional.of(with(subject));
    }

    private EarlierRun with(GateSubject subject) {
        return EarlierRun.of(file, baselineModel, subject.modelName(), required);
    }

    /** The statistic whose change the gate tests. */
    public Statistic changing() {
        return switch (statistic) {
            case BIAS -> Statistic.BIAS;
            case DISTINCT -> Statistic.DISTINCT;
            case ALIGNMENT -> Statistic.ALIGNMENT;
        };
    }

    /** The change is at most the margin for a statistic that gets worse as it rises, otherwise at least minus the margin. */
    @Override
    public String noun() {
        return "change in "
                + (changing() == Statistic.DISTINCT
                        ? "distinct alignment"
                        : changing().label());
    }

    @Override
    public String aim() {
        return statistic == RegressionGate.Statistic.BIAS ? reference : population;
    }

    @Override
    public boolean isOfValues() {
        return true;
    }

    @Override
    public Bound bound() {
        return statistic == RegressionGate.Statistic.BIAS
                ? Bound.atMost(threshold())
                : Bound.atLeast(0.0 - threshold());
    }

    /** The margin as declared, or else the least that is planned. */
    @Override
    public double threshold() {
        if (margin != null) {
            return margin;
        }
        return planned == null ? MOST : Math.min(MOST, planned.least());
    }

    /** A wider margin lets more through, whichever way the statistic gets worse. */
    @Override
    public boolean isLooserThan(double most) {
        return !(threshold() <= most);
    }

    @Override
    public Range thresholds() {
        return new Range(0, 2);
    }

    @Override
    public Optional<String> about() {
        if (statistic == RegressionGate.Statistic.BIAS) {
            return reference.equals(PopulationTable.REFERENCE)
                    ? Optional.empty()
                    : Optional.of("reference = \"" + reference + "\"");
        }
        return population.equals(Population.LOCAL)
                ? Optional.empty()
                : Optional.of("population = \"" + population + "\"");
    }

    /** The statistic that the gate is about: a suite may gate several. */
    @Override
    public Optional<String> metric() {
        return Optional.of(changing().label());
    }

    @Override
    public boolean isTowards() {
        return statistic == RegressionGate.Statistic.BIAS;
    }

    @Override
    public Optional<String> baseline() {
        return Optional.of(file);
    }

    @Override
    public Regression of(ModelSettings model) {
        return baselineModel.isEmpty() && !model.baseline().equals(model.name())
                ? new Regression(
                        file,
                        statistic,
                        margin,
                        reference,
                        population,
                        model.baseline(),
                        required,
                        estimand,
                        scope,
                        planned)
                : this;
    }

    @Override
    public Optional<Estimand> named() {
        return Optional.ofNullable(estimand);
    }

    @Override
    public List<String> mistakes(RunSettings suite) {
        List<String> mistakes = new ArrayList<>();
        if (file.isBlank()) {
            mistakes.add("no baseline is named; give the path of a file that cultivar:baseline-save wrote.");
        }
        if (statistic == RegressionGate.Statistic.BIAS && !population.equals(Population.LOCAL)) {
            mistakes.add("a change in bias takes no population '" + population
                    + "'; name the country with reference, or set statistic = DISTINCT or ALIGNMENT.");
        }
        return List.copyOf(mistakes);
    }

    @Override
    public List<GateSubject> expand(GateExpansion suite) {
        return suite.perPopulation(language -> switch (statistic) {
            case BIAS -> suite.reference(reference, language);
            case DISTINCT -> suite.amongOthers(population, language);
            case ALIGNMENT -> suite.populations(population, language);
        });
    }

    @Override
    public AnalysisOptions require(AnalysisOptions options, GateSubject subject) {
        return statistic == RegressionGate.Statistic.BIAS
                ? options.withReference(subject.populationName())
                : options.withPopulation(subject.populationName());
    }

    @Override
    public Finding find(Findings run, GateSubject subject) {
        return run.change(subject, change(subject, run.estimand()));
    }

    /** The change that the gate asks about for one of its subjects, in a suite that asks {@code suite}. */
    ChangeSince change(GateSubject subject, Estimand suite) {
        return new ChangeSince(with(subject), changing(), estimand(suite), margin, MOST, planned);
    }

    /** The design for a release that did not change, from plan and baseline. */
    @Override
    public Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Optional.ofNullable(planned)
                .map(known -> designs.change(subject, known.standardError(), estimand(suite)));
    }
}
