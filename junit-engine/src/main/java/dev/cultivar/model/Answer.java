package dev.cultivar.model;

import java.util.Optional;

/**
 * What a reply says; a {@link Completion} without what only the transport knows.
 *
 * @param text the answer, without any thinking; untrusted
 * @param toolArguments JSON arguments of the tool call, where one was made; untrusted
 * @param finish why the model stopped
 * @param usage tokens, {@link Usage#NONE} where the endpoint does not say
 * @param reportedModel the model as the endpoint names it; untrusted
 * @param fingerprint the backend's fingerprint, where it gives one; untrusted
 */
public record Answer(
        String text,
        Optional<String> toolArguments,
        FinishReason finish,
        Usage usage,
        Optional<String> reportedModel,
        Optional<String> fingerprint) {}
