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

    /** The author of a message. */
    public enum Role {
        /** Instructs the model. */
        SYSTEM,
        /** Asks the model. */
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
