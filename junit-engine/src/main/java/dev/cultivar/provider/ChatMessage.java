package dev.cultivar.provider;

import org.apiguardian.api.API;

/**
 * One turn of a chat.
 *
 * @param role who says it
 * @param content what is said
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChatMessage(Role role, String content) {

    /** Who says it. */
    public enum Role {
        /** Whoever instructs the model. */
        SYSTEM,
        /** Whoever asks it. */
        USER,
        /** The model itself. */
        ASSISTANT
    }

    /**
     * {@return a message of role {@link Role#SYSTEM}}
     *
     * @param content what is said
     */
    public static ChatMessage system(String content) {
        return new ChatMessage(Role.SYSTEM, content);
    }

    /**
     * {@return a message of role {@link Role#USER}}
     *
     * @param content what is said
     */
    public static ChatMessage user(String content) {
        return new ChatMessage(Role.USER, content);
    }
}
