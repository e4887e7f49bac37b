package dev.cultivar.provider;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One request to a chat endpoint.
 *
 * @param messages at least one
 * @param sampling how to sample
 * @param structure a JSON schema that the answer shall follow, and how to ask for it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChatRequest(List<ChatMessage> messages, Sampling sampling, Optional<Structure> structure) {

    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a chat request needs at least one message");
        }
    }

    public static ChatRequest of(String prompt, Sampling sampling) {
        return new ChatRequest(List.of(ChatMessage.user(prompt)), sampling, Optional.empty());
    }

    /**
     * A demand on the answer's form.
     *
     * @param name letters, digits and underscores
     * @param schema a JSON schema as text
     * @param means how it is asked for
     */
    public record Structure(String name, String schema, Means means) {}

    /** Ways to ask for structured output, best first. */
    public enum Means {
        RESPONSE_FORMAT,
        TOOL_CALL
    }
}
