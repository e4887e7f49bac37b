package dev.cultivar.model;

import static dev.cultivar.model.Replies.BODY;
import static dev.cultivar.model.Replies.good;
import static dev.cultivar.model.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.settings.EndpointSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that stall, cut and lie. */
class BrokenAnswerTest extends AgainstEndpoint {

    @Test
    void aBodyThatBreaksOffIsAskedForAgain() {
        MockResponse broken = json(200, BODY.formatted("fine"))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
        enqueue(1, broken);
        enqueue(1, good());
        assertThat(answer(endpoint())).returns("fine", ModelResponse::text).returns(2, ModelResponse::attempts);
        enqueue(3, broken);
        assertThat(failure(endpoint()).kind()).isEqualTo(Kind.CONNECTION);
    }

    private EndpointSettings impatient() {
        return Endpoints.with(endpoint(), 4, Duration.ofMillis(400), 1);
    }

    @Test
    void aStallAfterTheHeadersEndsAtTheDeadline() {
        enqueue(
                2,
                json(200, BODY.formatted("fine"))
                        .bodyDelay(30, TimeUnit.SECONDS)
                        .build());
        ProviderException failure = failure(impatient());
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure)
                .hasMessageContaining("no complete answer within 0.4 s from ")
                .hasMessageContaining(" (2 attempts)");
    }

    @Test
    void aSlowDripEndsAtTheDeadlineAlthoughBytesKeepComing() {
        // Too long for the deadline; the server, which goes on with it to nobody, must be done soon after.
        enqueue(
                2,
                json(200, BODY.formatted("fine"))
                        .throttleBody(1, 20, TimeUnit.MILLISECONDS)
                        .build());
        assertThat(failure(impatient()).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadline() {
        enqueue(2, Replies.slow(30));
        assertThat(failure(impatient()).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"m\", \"choices\": [{\"message\": {\"content\": \"fi",
                "{\"model\": \"m\", \"choices\": []}",
                "{\"model\": \"m\"}",
                "{\"choices\": [{\"finish_reason\": \"stop\"}]}",
                "[]",
                "\"fine\"",
                "",
                "null",
            })
    void anAnswerThatBreaksTheProtocolIsAskedForAgainAndNeverTaken(String body) {
        enqueue(1, json(200, body).build());
        enqueue(1, good());
        assertThat(answer(endpoint())).returns("fine", ModelResponse::text).returns(2, ModelResponse::attempts);
        enqueue(3, json(200, body).build());
        assertThat(failure(endpoint()).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void aPageInsteadOfJsonIsNamedByItsType() {
        enqueue(
                3,
                new MockResponse.Builder()
                        .code(200)
                        .setHeader("content-type", "text/html")
                        .body("<html><script>alert(1)</script></html>")
                        .build());
        ProviderException failure = failure(endpoint());
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("the answer is text/html, not JSON");
    }

    @Test
    void anErrorThatCallsItselfSuccessIsAnError() {
        enqueue(
                1,
                json(200, "{\"error\": {\"message\": \"Provider returned error\", \"code\": 502}}")
                        .build());
        enqueue(1, good());
        assertThat(answer(endpoint()).attempts()).isEqualTo(2);
        enqueue(
                1,
                json(200, "{\"error\": {\"message\": \"no such model\", \"code\": 404}}")
                        .build());
        assertThat(failure(endpoint()).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void invalidUtf8IsNoAnswer() {
        Buffer body = new Buffer()
                .writeUtf8("{\"choices\": [{\"message\": {\"content\": \"gr")
                .write(ByteString.decodeHex("f8a1ff"))
                .writeUtf8("t\"}}]}");
        enqueue(
                3,
                new MockResponse.Builder()
                        .code(200)
                        .setHeader("content-type", "application/json")
                        .body(body)
                        .build());
        assertThat(failure(endpoint()).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void aHundredMegabytesAreNotTakenIn() {
        Buffer body = new Buffer().writeUtf8("{\"choices\": [{\"message\": {\"content\": \"");
        byte[] megabyte = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, 100).forEach(i -> body.write(megabyte));
        server.enqueue(new MockResponse.Builder().code(200).body(body).build());
        ProviderException failure = failure(endpoint());
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("larger than 16 MB");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
