package dev.cultivar.provider;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One request to a chat endpoint.
 *
 * @param messages at least one
 * @param sampling how to sample
 * @param structure a JSON schema that the response must follow, and how to ask for it; empty for plain text
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChatRequest(List<ChatMessage> messages, Sampling sampling, Optional<Structure> structure) {

    /** Copies the messages; there must be at least one. {@inheritDoc} */
    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a chat request needs at least one message");
        }
    }

    /**
     * {@return a request with one user message}
     *
     * @param prompt the message
     * @param sampling how to sample
     */
    public static ChatRequest of(String prompt, Sampling sampling) {
        return new ChatRequest(List.of(ChatMessage.user(prompt)), sampling, Optional.empty());
    }

    /**
     * The form that the response must have.
     *
     * @param name letters, digits and underscores
     * @param schema a JSON schema as text
     * @param means how it is asked for
     */
    public record Structure(String name, String schema, Means means) {}

    /** Ways to ask for structured output, best first. */
    public enum Means {
        /** A JSON schema that the endpoint enforces, such as {@code response_format}. */
        RESPONSE_FORMAT,
        /** A tool whose arguments are the response. */
        TOOL_CALL
    }
}
