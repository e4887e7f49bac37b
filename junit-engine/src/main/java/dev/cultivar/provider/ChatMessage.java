package dev.cultivar.provider;

import org.apiguardian.api.API;

/** One turn of a chat. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChatMessage(Role role, String content) {

    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    public static ChatMessage system(String content) {
        return new ChatMessage(Role.SYSTEM, content);
    }

    public static ChatMessage user(String content) {
        return new ChatMessage(Role.USER, content);
    }
}
