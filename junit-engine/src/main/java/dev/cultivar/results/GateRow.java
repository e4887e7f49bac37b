package dev.cultivar.results;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.text.Decimals;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code gates[]}; see {@link GateVerdict} for what each field holds.
 *
 * @param gate kind of the gate, in lower case
 * @param bound {@code min} where the interval must lie at or above the threshold, else {@code max}
 * @param estimate null where there is none; {@code message} then says why
 * @param rerun command that runs again what the gate rests on
 */
public record GateRow(
        String gate,
        String suite,
        @Nullable String model,
        @Nullable String family,
        @Nullable String language,
        @Nullable String population,
        String bound,
        double threshold,
        @Nullable Double estimate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double confidence,
        long n,
        Verdict verdict,
        String message,
        String rerun) {

    /** What the interval's bound is held against: of a regression gate the loss that its margin allows. */
    public double limit() {
        return gate.equals("regression") ? -threshold : threshold;
    }

    public static GateRow of(String suite, GateVerdict gate, String rerun) {
        return new GateRow(
                gate.kind().name().toLowerCase(Locale.ROOT),
                suite,
                gate.model(),
                gate.family(),
                gate.language(),
                gate.population(),
                gate.kind().atLeast() ? "min" : "max",
                gate.threshold(),
                Decimals.orNull(gate.estimate()),
                Decimals.orNull(gate.lower()),
                Decimals.orNull(gate.upper()),
                Decimals.orNull(gate.confidence()),
                gate.n(),
                gate.verdict(),
                gate.message(),
                rerun);
    }
}
