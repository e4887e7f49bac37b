package dev.cultivar.results.provenance;

import dev.cultivar.gate.facts.Cause;
import dev.cultivar.io.Futures;
import dev.cultivar.judge.JudgeException;
import dev.cultivar.provider.ProviderException;
import org.jspecify.annotations.Nullable;

/**
 * Why a run did not come to its end.
 *
 * @param said as it was said, untrusted
 * @param cause what someone has to mend
 */
public record BrokeOff(String said, Cause cause) {

    /** By what the run ended with. */
    public static BrokeOff of(String said, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : Futures.cause(failure);
        if (cause instanceof JudgeException) {
            return new BrokeOff(said, Cause.JUDGE);
        }
        return new BrokeOff(said, cause instanceof ProviderException ? Cause.PROVIDER : Cause.UNDECIDED);
    }
}
