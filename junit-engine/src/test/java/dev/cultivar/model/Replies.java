package dev.cultivar.model;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;

/** Replies of a chat completions endpoint, good and bad. */
public final class Replies {

    static final String BODY = """
            {"model": "m", "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant",
              "content": "%s"}}], "usage": {"prompt_tokens": 5, "completion_tokens": 7}}""";

    private Replies() {}

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("content-type", "application/json")
                .body(body);
    }

    public static MockResponse good() {
        return good("fine");
    }

    public static MockResponse good(String text) {
        return json(200, BODY.formatted(text)).build();
    }

    static MockResponse error(int status, String message) {
        return json(status, "{\"error\": {\"message\": \"%s\", \"type\": \"t\", \"code\": null}}".formatted(message))
                .build();
    }

    static MockResponse throttled(String... headers) {
        MockResponse.Builder reply =
                json(429, "{\"error\": {\"message\": \"Rate limit reached\", \"code\": \"rate_limit_exceeded\"}}");
        for (int i = 0; i < headers.length; i += 2) {
            reply.setHeader(headers[i], headers[i + 1]);
        }
        return reply.build();
    }

    static MockResponse slow(int seconds) {
        return json(200, BODY.formatted("late"))
                .headersDelay(seconds, TimeUnit.SECONDS)
                .build();
    }
}
