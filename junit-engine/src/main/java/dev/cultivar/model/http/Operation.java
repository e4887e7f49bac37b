package dev.cultivar.model.http;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.WireResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange sends, and how it reads what comes back.
 *
 * @param <T> what a successful exchange returns
 */
interface Operation<T> {

    /** Name of the endpoint's queue that the operation waits in: the model's. */
    String queue();

    /** Where it is sent, in words for users; empty where it is not sent anywhere. */
    String address();

    /** Estimated token cost. */
    long tokens();

    /** Whether it may be sent again after an attempt whose effect at the endpoint is unknown. */
    boolean repeatable();

    /**
     * Called before it is sent again.
     *
     * @param failure how the last attempt ended, in which something may have been sent
     * @return why it may not be sent again; empty if it may
     */
    default Optional<RuntimeException> againstRepeating(ProviderException failure) {
        return Optional.empty();
    }

    /**
     * Sends it once.
     *
     * @return an action that cancels the request
     * @throws IllegalArgumentException where the address or a header cannot be sent
     */
    Runnable send(HttpLink http, ReplyReceiver receiver);

    /**
     * Reads a response of any status.
     *
     * @param latency from sending the request to the last byte of the response
     * @param attempts how many times it was sent, this one included
     */
    Attempt<T> read(WireResponse response, Duration latency, int attempts);

    /**
     * The outcome of an attempt: a value or a failure.
     *
     * @param tokens as the endpoint counted them; 0 where it did not
     */
    record Attempt<T>(@Nullable T value, FailureReader.@Nullable Failure failure, long tokens) {

        static <T> Attempt<T> succeeded(T value, long tokens) {
            return new Attempt<>(value, null, tokens);
        }

        static <T> Attempt<T> failed(FailureReader.Failure failure) {
            return new Attempt<>(null, failure, 0);
        }
    }
}
