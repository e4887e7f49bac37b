package dev.cultivar.engine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;

/** What an endpoint may do instead of answering, and what the user then reads. */
enum EndpointFault {
    THROTTLED_WITHOUT_A_WORD(status(429), "HTTP 429", true),
    THROTTLED_FOR_A_SECOND(reply -> status(429).apply(reply).setHeader("Retry-After", "1"), "HTTP 429", true),
    ERROR_500(status(500), "HTTP 500", true),
    BAD_GATEWAY(status(502), "HTTP 502", true),
    UNAVAILABLE(status(503), "HTTP 503", true),
    OVERLOADED(status(529), "HTTP 529", true),
    RESET_BEFORE_THE_ANSWER(reply -> reply.onResponseStart(new SocketEffect.CloseSocket()), "broke off", true),
    RESET_IN_THE_BODY(reply -> reply.onResponseBody(new SocketEffect.CloseSocket()), "broke off", true),
    STALL_AFTER_THE_HEADERS(reply -> reply.bodyDelay(60, TimeUnit.SECONDS), "no complete answer within", true),
    SLOW_DRIP(reply -> reply.throttleBody(1, 100, TimeUnit.MILLISECONDS), "no complete answer within", true),
    TRUNCATED_JSON(
            body("{\"model\": \"m\", \"choices\": [{\"message\": {\"content\": \"fi"), "truncated or damaged", true),
    WRONG_CONTENT_TYPE(
            reply -> reply.setHeader("Content-Type", "text/html").body("<html><h1>Welcome</h1></html>"),
            "text/html, not JSON",
            true),
    ERROR_THAT_CALLS_ITSELF_SUCCESS(
            body("{\"error\": {\"message\": \"Provider returned error\", \"code\": 502}}"),
            "Provider returned error",
            true),
    NO_CHOICES(body("{\"model\": \"m\", \"choices\": []}"), "choices", true),
    INVALID_UTF8(
            reply -> reply.body(new Buffer()
                    .writeUtf8("{\"choices\": [{\"message\": {\"content\": \"gr")
                    .write(ByteString.decodeHex("f8a1ff"))
                    .writeUtf8("t\"}}]}")),
            "truncated or damaged",
            true),
    SEVENTEEN_MEGABYTES(reply -> reply.body(seventeenMegabytes()), "larger than 16 MB", false),
    REDIRECT_ELSEWHERE(
            reply -> status(302).apply(reply).setHeader("Location", "http://127.0.0.1:1/steal"), "redirect", false);

    private final UnaryOperator<MockResponse.Builder> spoiled;
    /** Part of what the user reads where it never passes. */
    final String seen;
    /** Whether it is worth asking again. */
    final boolean mayPass;

    EndpointFault(UnaryOperator<MockResponse.Builder> spoiled, String seen, boolean mayPass) {
        this.spoiled = spoiled;
        this.seen = seen;
        this.mayPass = mayPass;
    }

    /** Whether it lasts until the caller has waited long enough. */
    boolean endless() {
        return this == STALL_AFTER_THE_HEADERS || this == SLOW_DRIP;
    }

    /** Whether every request that meets it costs a second; one of each sort must do. */
    boolean takesTime() {
        return endless() || this == THROTTLED_FOR_A_SECOND;
    }

    /** @param good what a faultless endpoint answers */
    MockResponse instead(MockResponse.Builder good) {
        return spoiled.apply(good).build();
    }

    private static UnaryOperator<MockResponse.Builder> status(int code) {
        return reply -> reply.code(code).body("{\"error\": {\"message\": \"not now\"}}");
    }

    private static UnaryOperator<MockResponse.Builder> body(String text) {
        return reply -> reply.body(text);
    }

    private static Buffer seventeenMegabytes() {
        Buffer body = new Buffer().writeUtf8("{\"choices\": [{\"message\": {\"content\": \"");
        byte[] megabyte = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 17; i++) {
            body.write(megabyte);
        }
        return body;
    }
}
