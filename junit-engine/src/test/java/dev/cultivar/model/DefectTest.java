package dev.cultivar.model;

import static dev.cultivar.model.Endpoints.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.model.http.EndpointLink;
import dev.cultivar.model.http.HttpLink;
import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.model.http.RepeatRule;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.Usage;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.settings.EndpointSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Nobody waits for ever for a call that ended in a way that nobody foresaw, nor for its permit. */
class DefectTest extends AgainstEndpoint {

    /** Breaks on answers that say so, as a pattern may on a text of a million characters. */
    private record Fragile(String url) implements Protocol {

        @Override
        public WireRequest write(String wireName, ChatRequest request) {
            return new WireRequest(url, Map.of(), "{}");
        }

        @Override
        public ParsedResponse read(WireResponse response) {
            if (new String(response.body(), StandardCharsets.UTF_8).equals("break")) {
                throw new StackOverflowError();
            }
            return new ParsedResponse(
                    "fine", Optional.empty(), FinishReason.STOP, Usage.NONE, Optional.empty(), Optional.empty());
        }
    }

    @Test
    void anErrorWhileReadingEndsTheCallAndLetsTheNextOneStart() {
        server.enqueue(new MockResponse.Builder().body("break").build());
        server.enqueue(new MockResponse.Builder().body("good").build());
        EndpointSettings one = Endpoints.with(endpoint(), 1, Duration.ofSeconds(20), 0);
        LinkOptions options = LinkOptions.of(ProviderConfigs.of(one));
        HttpLink http = new HttpLink(
                new OkHttpClient(), one, one.timeout(), options, Endpoints.environment(), Optional.empty());
        try (EndpointLink link =
                new EndpointLink(one, Endpoints.environment(), http, options, Backoff.DEFAULT, RepeatRule.FREE)) {
            ChatModel model =
                    link.model(new Fragile(server.url("/").toString()), ProviderConfigs.of(Endpoints.model("m")));
            CompletableFuture<ModelResponse> broken = model.complete(ChatRequest.of("What?", Sampling.DEFAULT));
            CompletableFuture<ModelResponse> next = model.complete(ChatRequest.of("What?", Sampling.DEFAULT));

            assertThat(await(next).text()).isEqualTo("fine");
            assertThatThrownBy(() -> await(broken)).hasCauseInstanceOf(StackOverflowError.class);
        }
    }
}
