package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.facts.EarlierRun;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.survey.PopulationKey;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A gate as a suite declares it, with one record per kind. A kind knows its statistic, its bound, what it expands to and how it is
 * decided. A new kind therefore needs a record here, an annotation, its words, and a line where annotations are read.
 */
public sealed interface Gate
        permits Alignment, Bias, Capability, Consistency, Coverage, Distinct, Drift, Regression, Stability {

    /** The annotation that declares the gate. */
    Class<? extends Annotation> annotation();

    /** The same gate, completed from the settings of one of its models. */
    default Gate of(ModelSettings model) {
        return this;
    }

    /** Models and languages that the gate holds for. */
    Scope scope();

    /** The same gate for other models and languages. */
    Gate within(Scope scope);

    /** The condition that the statistic must meet. */
    Bound bound();

    /** Thresholds that make sense. */
    Range thresholds();

    /** The threshold as in the annotation: the bound's value unless the kind says otherwise. */
    default double threshold() {
        return bound().value();
    }

    /** Whether it lets more through than a gate with threshold {@code least} would; it does if its own threshold is not a number. */
    default boolean isLooserThan(double least) {
        return bound().side() == Bound.Side.AT_LEAST ? !(threshold() >= least) : !(threshold() <= least);
    }

    /** What the gate is about, as in its annotation, if that differs from the default of its kind. */
    default Optional<String> about() {
        return Optional.empty();
    }

    /**
     * Whom the gate is about, as its annotation says, so that {@code local} is the same for all languages: a population, a country, a
     * family; empty where it is about nobody.
     */
    String aim();

    /** Whether its statistic is about the values in the answers, not only on whether, how evenly or how steadily they come. */
    boolean isOfValues();

    /** The gate's metric, if that differs from the one its kind uses by default. */
    default Optional<String> metric() {
        return Optional.empty();
    }

    /**
     * The metric of the results row that the gate looks at; for a kind that looks at a change, the metric of what changes; empty where
     * there is none.
     */
    default Optional<String> rowMetric() {
        return metric();
    }

    /** Whether its population is one to stay away from rather than one to agree with. */
    default boolean isTowards() {
        return false;
    }

    /** The question that the gate itself names; empty where it asks the suite's. */
    default Optional<Estimand> named() {
        return Optional.empty();
    }

    /** The question that the gate's interval answers in a suite that asks {@code suite}. */
    default Estimand estimand(Estimand suite) {
        return named().orElse(suite);
    }

    /** Path of the earlier run that the gate compares with. */
    default Optional<String> baseline() {
        return Optional.empty();
    }

    /** The earlier run that one of its subjects is compared with; empty where the gate compares with none. */
    default Optional<EarlierRun> earlier(GateSubject subject) {
        return Optional.empty();
    }

    /** Whether its statistic has an interval, so that the gate takes its share of the error level. */
    default boolean hasInterval() {
        return true;
    }

    /** Whether the gate only warns. Its silence says nothing, so a suite of such gates alone decides nothing. */
    default boolean isAlarm() {
        return false;
    }

    /** Whether the gate rests on a single model in a single language, so that a run of these alone can decide it again. */
    default boolean restsOnOneSample() {
        return true;
    }

    /**
     * What is wrong with the gate by itself, apart from its threshold; one line per mistake.
     *
     * @param suite settings of the suite
     */
    default List<String> mistakes(RunSettings suite) {
        return List.of();
    }

    /** The gate's word in names, files and tables, for example {@code alignment}. */
    default String key() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** What the gate measures, for people, for example {@code alignment (pearson)}. */
    default String noun() {
        return key() + metric().map(metric -> " (" + metric + ")").orElse("");
    }

    /** What messages call the gate, for example {@code @AlignmentGate}. */
    default String title() {
        return "@" + annotation().getSimpleName();
    }

    /** The page that describes the gate, from the project's root. */
    default String referencePage() {
        return "docs/reference/annotations.md#" + annotation().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The subjects that decisions are to be made about. */
    List<GateSubject> expand(GateExpansion suite);

    /** Adds to the options of an analysis whatever a decision on one of the gate's subjects needs. */
    AnalysisOptions require(AnalysisOptions options, GateSubject subject);

    /** What the run says about one of the gate's subjects. */
    Finding find(Findings run, GateSubject subject);

    /** How much each topic weighs in the gate's statistic; {@link LeaveOneOut#NONE} where no topic can be left out. */
    default LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return LeaveOneOut.NONE;
    }

    /**
     * What populations would score in the gate's statistic for a given population, asked in a given language; empty where the gate
     * compares with none, or its statistic is not one of people.
     */
    default Optional<ReferencePoints> references(PerfectRespondents people, PopulationKey population, String language) {
        return Optional.empty();
    }

    /**
     * How precise the gate's statistic will be, and what value it may take; empty where this is unknown before anything is asked.
     *
     * @param suite the question that the suite asks
     */
    default Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Optional.empty();
    }
}
