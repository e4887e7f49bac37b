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
 * A gate as a suite declares it; one record a kind. A kind knows its statistic, its bound, what it expands to and how it is decided, so a
 * new one is a record here, an annotation, its words, and a line where annotations are read.
 */
public sealed interface Gate
        permits Alignment, Bias, Capability, Consistency, Coverage, Distinct, Drift, Regression, Stability {

    /** The annotation that declares it. */
    Class<? extends Annotation> annotation();

    /** The same gate with what the settings of one of its models say of it. */
    default Gate of(ModelSettings model) {
        return this;
    }

    /** Models and languages it holds for. */
    Scope scope();

    /** The same gate for other models and languages. */
    Gate within(Scope scope);

    /** What must hold of the statistic. */
    Bound bound();

    /** Thresholds that make sense. */
    Range thresholds();

    /** As its annotation has it: the bound's value unless the kind says otherwise. */
    default double threshold() {
        return bound().value();
    }

    /** Whether it lets more through than one of this threshold would; one whose threshold is no number does. */
    default boolean isLooserThan(double least) {
        return bound().side() == Bound.Side.AT_LEAST ? !(threshold() >= least) : !(threshold() <= least);
    }

    /** What it is about, as its annotation has it, where that is not what gates of its kind are about unless told so. */
    default Optional<String> about() {
        return Optional.empty();
    }

    /** Its metric, where that is not the one that gates of its kind use anyway. */
    default Optional<String> metric() {
        return Optional.empty();
    }

    /** The metric of the row of results that it looks at; of a kind that looks at a change, what changes; empty where there is none. */
    default Optional<String> rowMetric() {
        return metric();
    }

    /** Whether its population is one to be far from, and not one to agree with. */
    default boolean isTowards() {
        return false;
    }

    /** The question that it names itself; empty where it asks the suite's. */
    default Optional<Estimand> named() {
        return Optional.empty();
    }

    /** The question that its interval answers in a suite that asks this one. */
    default Estimand estimand(Estimand suite) {
        return named().orElse(suite);
    }

    /** Path of the earlier run that it compares with. */
    default Optional<String> baseline() {
        return Optional.empty();
    }

    /** What it compares one of its subjects with; empty where it compares with no earlier run. */
    default Optional<EarlierRun> earlier(GateSubject subject) {
        return Optional.empty();
    }

    /** Whether its statistic has an interval, so that it takes its share of the error level. */
    default boolean hasInterval() {
        return true;
    }

    /** Whether it only warns: that it is silent says nothing, so a suite of such gates alone decides nothing. */
    default boolean isAlarm() {
        return false;
    }

    /** Whether it rests on one model in one language alone, so that a run of these decides it again. */
    default boolean restsOnOneSample() {
        return true;
    }

    /**
     * What is wrong with it by itself, its threshold apart; a line each.
     *
     * @param suite settings of the suite
     */
    default List<String> mistakes(RunSettings suite) {
        return List.of();
    }

    /** Its word in names, files and tables, for example {@code alignment}. */
    default String key() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** What it measures, for people, for example {@code alignment (pearson)}. */
    default String noun() {
        return key() + metric().map(metric -> " (" + metric + ")").orElse("");
    }

    /** What messages call it, for example {@code @AlignmentGate}. */
    default String title() {
        return "@" + annotation().getSimpleName();
    }

    /** Where it is described, from the project's root. */
    default String referencePage() {
        return "docs/reference/annotations.md#" + annotation().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whom decisions are to be made about. */
    List<GateSubject> expand(GateExpansion suite);

    /** Adds to the options of an analysis what it takes to decide on one of its subjects. */
    AnalysisOptions require(AnalysisOptions options, GateSubject subject);

    /** What the run says of one of its subjects. */
    Finding find(Findings run, GateSubject subject);

    /** How much each topic weighs in its statistic; {@link LeaveOneOut#NONE} where no topic can be left out. */
    default LeaveOneOut influence(TopicInfluence topics, GateSubject subject, ScoredSample sample) {
        return LeaveOneOut.NONE;
    }

    /**
     * What populations would score in its statistic for one of them, asked in a language; empty where it compares with none, or its
     * statistic is not one of people.
     */
    default Optional<ReferencePoints> references(PerfectRespondents people, PopulationKey population, String language) {
        return Optional.empty();
    }

    /**
     * How precise its statistic will be, and what it may come to; empty where that is not known before anything was asked.
     *
     * @param suite question that the suite asks
     */
    default Optional<PowerDesign> design(PowerDesigns designs, GateSubject subject, Estimand suite) {
        return Optional.empty();
    }
}
