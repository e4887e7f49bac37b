package dev.cultivar.provider;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A response of a model.
 *
 * @param text what the model wrote, without any thinking; untrusted
 * @param toolArguments JSON arguments of the tool call, where one was asked for and made; untrusted
 * @param finish why the model stopped
 * @param usage tokens, {@link Usage#NONE} where the endpoint does not say
 * @param reportedModel the model as the endpoint names it; untrusted
 * @param fingerprint the backend's fingerprint, where it gives one; untrusted
 * @param latency from sending to the last byte, of the attempt that succeeded
 * @param attempts how many requests it took, at least 1
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
        int attempts) {}
