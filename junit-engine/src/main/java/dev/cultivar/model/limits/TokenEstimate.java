package dev.cultivar.model.limits;

import dev.cultivar.provider.ChatRequest;

/** Estimates a request's tokens before it is sent; corrected later by the endpoint's count. */
public final class TokenEstimate {

    private static final int CHARACTERS_PER_TOKEN = 4;
    /** Ten statements of one or two sentences. */
    private static final int ANSWER = 600;

    private TokenEstimate() {}

    public static long of(ChatRequest request) {
        long characters = request.messages().stream()
                .mapToLong(message -> message.content().length())
                .sum();
        return characters / CHARACTERS_PER_TOKEN
                + request.sampling().maxTokens().orElse(ANSWER);
    }
}
