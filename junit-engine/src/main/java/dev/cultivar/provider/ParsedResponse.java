package dev.cultivar.provider;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a {@link Protocol} reads from a response; a {@link ModelResponse} without the parts that only the transport knows.
 *
 * @param text what the model wrote, without any thinking; untrusted
 * @param toolArguments JSON arguments of the tool call, where one was made; untrusted
 * @param finish why the model stopped
 * @param usage tokens, {@link Usage#NONE} where the endpoint does not say
 * @param reportedModel the model as the endpoint names it; untrusted
 * @param fingerprint the backend's fingerprint, where it gives one; untrusted
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ParsedResponse(
        String text,
        Optional<String> toolArguments,
        FinishReason finish,
        Usage usage,
        Optional<String> reportedModel,
        Optional<String> fingerprint) {}
