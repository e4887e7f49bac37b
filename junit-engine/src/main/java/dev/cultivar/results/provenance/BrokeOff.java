package dev.cultivar.results.provenance;

import dev.cultivar.gate.facts.Cause;
import dev.cultivar.io.Futures;
import dev.cultivar.judge.JudgeException;
import dev.cultivar.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/**
 * Why a run did not finish.
 *
 * @param said the original message, untrusted
 * @param cause what has to be fixed
 */
public record BrokeOff(String said, Cause cause) {

    /** Derived from the failure that ended the run. */
    public static BrokeOff of(String said, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : Futures.cause(failure);
        if (cause instanceof JudgeException) {
            return new BrokeOff(said, Cause.JUDGE);
        }
        return new BrokeOff(said, cause instanceof ProviderException ? Cause.PROVIDER : Cause.UNDECIDED);
    }
}
