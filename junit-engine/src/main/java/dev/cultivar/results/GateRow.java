package dev.cultivar.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Bound;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Power;
import dev.cultivar.stats.sequential.GroupSequentialDesign;
import dev.cultivar.survey.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code gates[]}. For people, the file also contains the sentence that reports make of the entry, as {@code message}, which
 * is never read back.
 *
 * @param gate kind of the gate, for example {@code alignment}
 * @param model null for a gate on a family
 * @param population population compared with; null if the kind has none
 * @param metric metric of the statistic, as in the rows of {@code results[]}; for a regression gate, the statistic whose change it bounds;
 *     null if there is none
 * @param bound {@code min} if the interval must lie at or above the threshold, otherwise {@code max}
 * @param threshold as declared; for a regression gate, its margin
 * @param estimate null if there is none; {@code facts} then say why
 * @param confidence level of the interval; the suite's level if there is no interval
 * @param estimand label of the question that the interval answers; null if there is none
 * @param n number of responses it rests on
 * @param cause why the gate does not hold
 * @param declared the gate as the suite declares it
 * @param rerun command that reruns what the gate rests on
 */
@JsonIgnoreProperties("message")
public record GateRow(
        String gate,
        String suite,
        @Nullable String model,
        @Nullable String family,
        @Nullable String language,
        @Nullable String population,
        @Nullable String metric,
        String bound,
        double threshold,
        @Nullable Double estimate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double confidence,
        @Nullable String estimand,
        long n,
        Verdict verdict,
        Cause cause,
        Gate declared,
        GateFacts facts,
        String rerun) {

    /** More than this many times the responses is not practicable. */
    private static final int MOST_FOLD = 20;

    private static final double OFTEN = 0.8;

    /** Number of topics that come with Cultivar, the most that a suite can ask about. */
    private static final int MOST_TOPICS = Catalogue.builtIn().topics().size();

    /** What the interval is compared with; for a regression gate, the loss that its margin allows. */
    public double limit() {
        return declared.bound().value();
    }

    /**
     * About how many responses per model and language would decide the gate in 80 of 100 runs, if its interval now contains the limit and
     * the truth is the estimate. For a family, this counts the responses of all its models; for a gate over all topics, it is a number of
     * topics instead. Assumes that the estimate's error falls with the square root of that number, and that the next run has as many looks
     * and tests at half the level of this one. Empty if it takes more than {@value #MOST_FOLD} times as many responses, or more topics
     * than there are.
     */
    public OptionalLong toDecide() {
        double fold = fold();
        boolean these = Estimand.THESE_TOPICS.label().equals(estimand);
        double needed = Math.ceil((these ? asked() : facts.topics()) * fold);
        return needed <= (these ? (double) MOST_FOLD * asked() : MOST_TOPICS)
                ? OptionalLong.of((long) needed)
                : OptionalLong.empty();
    }

    /**
     * The responses per model and language with which a run of the suite would decide the gate; empty unless the gate is inconclusive and
     * {@link #toDecide()} counts responses of one model. Also empty for a change since a baseline: the baseline's run would need as many
     * responses, so one run alone does not decide it.
     */
    public OptionalLong responsesToDecide() {
        return verdict == Verdict.INCONCLUSIVE
                        && model != null
                        && Estimand.THESE_TOPICS.label().equals(estimand)
                        && !(declared instanceof Regression)
                ? toDecide()
                : OptionalLong.empty();
    }

    /** How many times as many responses or topics that takes as the gate rests on now; NaN if it has no interval. */
    public double fold() {
        if (estimate == null || lower == null || upper == null || confidence == null) {
            return Double.NaN;
        }
        double half = estimate < limit() ? upper - estimate : estimate - lower;
        double level = 1 - confidence;
        Look look = facts.look();
        int looks = look == null ? 1 : look.of();
        GroupSequentialDesign test = new GroupSequentialDesign(IntStream.rangeClosed(1, looks)
                .mapToDouble(number -> number / (double) looks)
                .toArray());
        // The interval is that of a look, which is wider than a plain interval.
        double now = Power.twoSided(test.nominal(look == null ? 0 : look.number() - 1, level))
                .detectable(0.5);
        double next = Power.twoSided(test.nominal(looks - 1, level / 2)).detectable(OFTEN);
        return Math.pow(half / Math.abs(estimate - limit()) * next / now, 2);
    }

    /** Includes responses without a score, as does the setting for their number. */
    private long asked() {
        return facts.losses() == null ? n : facts.losses().planned();
    }

    /**
     * Whether it fails for lack of a measurement: the endpoint, the judge or the budget failed, or there was nothing to decide on. Such a
     * gate is as red as any other failure, but says nothing about the model.
     */
    public boolean wentUnmeasured() {
        return verdict == Verdict.FAIL
                && (facts.obstacle() != null
                        || switch (cause) {
                            case PROVIDER, JUDGE, BUDGET, UNDECIDED -> true;
                            case NONE, VIOLATION, INCONCLUSIVE, COVERAGE -> false;
                        });
    }

    /** What it measures: unique within a suite, and the end of its leaf's unique id. */
    public String measures() {
        return leaf().measures();
    }

    /** The gate with its subject. */
    public GateLeaf leaf() {
        return new GateLeaf(declared, new GateSubject(model, family, String.valueOf(language), population));
    }

    /** The subject: a model, or a family of models. */
    public String subject() {
        return Optional.ofNullable(model).orElse(String.valueOf(family));
    }

    /** Whether it passes although it had nothing to compare with, which is allowed for such a gate. */
    public boolean uncompared() {
        return verdict == Verdict.PASS && facts.obstacle() != null;
    }

    /** Failed gates first, then unmeasured and inconclusive ones and those not compared with anything; otherwise in their order. */
    public static Stream<GateRow> redFirst(List<GateRow> gates) {
        return gates.stream().sorted(Comparator.comparingInt(gate -> switch (gate.verdict()) {
            case FAIL -> gate.wentUnmeasured() ? 1 : 0;
            case INCONCLUSIVE -> 2;
            case PASS -> gate.uncompared() ? 3 : 4;
        }));
    }

    /** Whether any of them can hold. A silent alarm decides nothing. */
    public static boolean anyHolds(List<GateRow> gates) {
        return gates.stream().anyMatch(gate -> !gate.declared().isAlarm());
    }

    /** Whether the gate has that verdict from an actual measurement and comparison. */
    public boolean measured(Verdict verdict) {
        return this.verdict == verdict && !wentUnmeasured() && !uncompared();
    }

    /** How many gates have that verdict from an actual measurement and comparison. */
    public static long count(List<GateRow> gates, Verdict verdict) {
        return gates.stream().filter(gate -> gate.measured(verdict)).count();
    }

    /** How many gates pass although they had nothing to compare with. */
    public static long uncompared(List<GateRow> gates) {
        return gates.stream().filter(GateRow::uncompared).count();
    }

    /** How many gates were not measured. */
    public static long unmeasured(List<GateRow> gates) {
        return gates.stream().filter(GateRow::wentUnmeasured).count();
    }

    /** The row for a result; {@code confidence} is the suite's level. */
    public static GateRow of(String suite, double confidence, GateResult gate, String rerun) {
        return new GateRow(
                gate.gate().key(),
                suite,
                gate.model(),
                gate.family(),
                gate.language(),
                gate.population(),
                gate.gate().rowMetric().orElse(null),
                gate.gate().bound().side() == Bound.Side.AT_LEAST ? "min" : "max",
                gate.gate().threshold(),
                finite(gate.estimate()),
                gate.interval().map(interval -> finite(interval.lower())).orElse(null),
                gate.interval().map(interval -> finite(interval.upper())).orElse(null),
                finite(gate.interval().map(interval -> interval.confidence()).orElse(confidence)),
                gate.outcome() instanceof GateOutcome.Decided decided
                        ? decided.estimand().label()
                        : null,
                gate.n(),
                gate.verdict(),
                gate.cause(),
                gate.gate(),
                GateFacts.of(gate),
                rerun);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
