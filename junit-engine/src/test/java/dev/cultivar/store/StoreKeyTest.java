package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreKeyTest {

    private static final Sampling SAMPLING = new Sampling(
            OptionalDouble.of(1), OptionalDouble.empty(), OptionalInt.of(500), OptionalLong.of(3), Map.of());

    @Test
    void everyPartOfARequestChangesTheKey() {
        ChatRequest request = ChatRequest.of("a", SAMPLING);
        List<StoreKey> keys = List.of(
                key("e", "m", request, "1", 0),
                key("f", "m", request, "1", 0),
                key("e", "n", request, "1", 0),
                key("e", "m", ChatRequest.of("b", SAMPLING), "1", 0),
                key("e", "m", ChatRequest.of("a", SAMPLING.withSeed(4)), "1", 0),
                key("e", "m", ChatRequest.of("a", Sampling.DEFAULT), "1", 0),
                key("e", "m", new ChatRequest(List.of(ChatMessage.system("a")), SAMPLING, Optional.empty()), "1", 0),
                key(
                        "e",
                        "m",
                        new ChatRequest(
                                List.of(ChatMessage.user("a"), ChatMessage.user("")), SAMPLING, Optional.empty()),
                        "1",
                        0),
                key("e", "m", structured(request, ChatRequest.Means.RESPONSE_FORMAT), "1", 0),
                key("e", "m", structured(request, ChatRequest.Means.TOOL_CALL), "1", 0),
                key("e", "m", request, "2", 0),
                key("e", "m", request, "1", 1),
                StoreKey.of(StoreKey.Kind.JUDGEMENT, "e", "m", request, "1", 0));
        Set<String> hashes = new HashSet<>();
        keys.forEach(key -> hashes.add(key.hash()));
        assertThat(hashes).hasSize(keys.size());
    }

    @Test
    void theKeyIsTheDigestOfTheCanonicalRequest() throws Exception {
        String canonical =
                "{\"endpoint\":\"e\",\"kind\":\"ANSWER\",\"messages\":[[\"USER\",\"æ\"]],\"model\":\"m\",\"sample\":2,"
                        + "\"sampling\":{\"extraBody\":{\"a\":1,\"b\":2},\"maxTokens\":500,\"seed\":3,\"temperature\":1.0},\"version\":\"v\"}";
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("b", 2);
        extra.put("a", 1);
        Sampling sampling =
                new Sampling(SAMPLING.temperature(), SAMPLING.topP(), SAMPLING.maxTokens(), SAMPLING.seed(), extra);
        assertThat(key("e", "m", ChatRequest.of("æ", sampling), "v", 2).hash())
                .isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }

    @Test
    void anEndpointIsNamedWithoutSecretsAndTrimmings() {
        assertThat(EndpointName.of("openai", URI.create("HTTPS://user:pw@API.example.com:443/v1/?key=s#f")))
                .isEqualTo(EndpointName.of("openai", URI.create("https://api.example.com/v1")))
                .isEqualTo("openai https://api.example.com/v1");
        assertThat(EndpointName.of("openai", URI.create("http://localhost:8000/v1")))
                .isNotEqualTo(EndpointName.of("openai", URI.create("http://localhost:8001/v1")));
    }

    @Test
    void aKeyThatIsNoDigestIsRefused() {
        assertThatThrownBy(() -> new StoreKey("../x", StoreKey.Kind.ANSWER, "m"))
                .hasMessageContaining("64 hexadecimal");
    }

    private static StoreKey key(String endpoint, String model, ChatRequest request, String version, int sample) {
        return StoreKey.of(StoreKey.Kind.ANSWER, endpoint, model, request, version, sample);
    }

    private static ChatRequest structured(ChatRequest request, ChatRequest.Means means) {
        return new ChatRequest(
                request.messages(), request.sampling(), Optional.of(new ChatRequest.Structure("s", "{}", means)));
    }
}
