package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one gate says of one model x language x population: an entry of {@code gates[]}.
 *
 * @param kind what it looked at
 * @param model model, or null for a capability gate
 * @param family family of a capability gate, or null
 * @param language language
 * @param population population compared with, or null
 * @param metric its metric where that is not the usual one of its kind, or null
 * @param baseline path of a regression gate's baseline run, or null
 * @param threshold the bound as declared
 * @param estimate the statistic, NaN where there is none
 * @param lower lower bound, NaN where there is none
 * @param upper upper bound, NaN where there is none
 * @param confidence level of the interval
 * @param n responses it rests on
 * @param verdict the decision, made on unrounded values
 * @param cause why it did not pass
 * @param message one line: statistic, interval, threshold, n, and what to do
 * @param weights how much each topic weighs in the statistic; {@link LeaveOneOut#NONE} where it does not come from the topics of one model
 *     and language
 */
public record GateVerdict(
        GateSpec.Kind kind,
        @Nullable String model,
        @Nullable String family,
        @Nullable String language,
        @Nullable String population,
        @Nullable String metric,
        @Nullable String baseline,
        double threshold,
        double estimate,
        double lower,
        double upper,
        double confidence,
        long n,
        Verdict verdict,
        Cause cause,
        String message,
        LeaveOneOut weights) {

    /** Of a gate of the usual metric, without weights; its cause is what its verdict says. */
    public GateVerdict(
            GateSpec.Kind kind,
            @Nullable String model,
            @Nullable String family,
            @Nullable String language,
            @Nullable String population,
            double threshold,
            double estimate,
            double lower,
            double upper,
            double confidence,
            long n,
            Verdict verdict,
            String message) {
        this(
                kind,
                model,
                family,
                language,
                population,
                null,
                null,
                threshold,
                estimate,
                lower,
                upper,
                confidence,
                n,
                verdict,
                cause(kind, verdict, estimate),
                message,
                LeaveOneOut.NONE);
    }

    /** Of a gate that was decided on its statistic, or on that there is none. */
    static Cause cause(GateSpec.Kind kind, Verdict verdict, double estimate) {
        return switch (verdict) {
            case PASS -> Cause.NONE;
            case INCONCLUSIVE -> Cause.INCONCLUSIVE;
            case FAIL ->
                Double.isNaN(estimate)
                        ? Cause.UNDECIDED
                        : kind == GateSpec.Kind.COVERAGE ? Cause.COVERAGE : Cause.VIOLATION;
        };
    }
}
