package dev.cultivar.provider;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * A response from a model.
 *
 * @param text what the model wrote, without any thinking; untrusted
 * @param toolArguments JSON arguments of the tool call, where one was asked for and made; untrusted
 * @param finish why the model stopped
 * @param usage tokens, {@link Usage#NONE} where the endpoint does not say
 * @param reportedModel the model as the endpoint names it; untrusted
 * @param fingerprint the backend's fingerprint, where it gives one; untrusted
 * @param latency from sending the request to the last byte, for the attempt that succeeded
 * @param attempts how many attempts it took, at least 1
 * @param leftOut settings of the model that were not sent, because the endpoint refuses them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModelResponse(
        String text,
        Optional<String> toolArguments,
        FinishReason finish,
        Usage usage,
        Optional<String> reportedModel,
        Optional<String> fingerprint,
        Duration latency,
        int attempts,
        SortedSet<String> leftOut) {

    /** Copies the settings. {@inheritDoc} */
    public ModelResponse {
        leftOut = leftOut.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
    }

    /**
     * A response to a request that was sent with all settings of the model.
     *
     * @param text what the model wrote, without any thinking; untrusted
     * @param toolArguments JSON arguments of the tool call, where one was asked for and made; untrusted
     * @param finish why the model stopped
     * @param usage tokens, {@link Usage#NONE} where the endpoint does not say
     * @param reportedModel the model as the endpoint names it; untrusted
     * @param fingerprint the backend's fingerprint, where it gives one; untrusted
     * @param latency from sending the request to the last byte, for the attempt that succeeded
     * @param attempts how many attempts it took, at least 1
     */
    public ModelResponse(
            String text,
            Optional<String> toolArguments,
            FinishReason finish,
            Usage usage,
            Optional<String> reportedModel,
            Optional<String> fingerprint,
            Duration latency,
            int attempts) {
        this(
                text,
                toolArguments,
                finish,
                usage,
                reportedModel,
                fingerprint,
                latency,
                attempts,
                Collections.emptySortedSet());
    }
}
