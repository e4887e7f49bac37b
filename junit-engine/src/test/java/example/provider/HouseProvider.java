package example.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Protocol;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Transport;
import dev.cultivar.provider.Usage;
import dev.cultivar.provider.WireRequest;
import dev.cultivar.provider.WireResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that takes a question and returns a text. */
public final class HouseProvider implements Provider {

    @Override
    public String name() {
        return "house";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(List.of("style"));
        String url = config.baseUrl().orElseThrow(() -> config.invalid(" needs a base-url.")) + "/ask";
        String style = config.option("style").orElse("plain");
        return model -> transport.model(new HouseProtocol(url, style, transport.key()), model);
    }

    private record HouseProtocol(String url, String style, Optional<String> key) implements Protocol {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public WireRequest write(String wireName, ChatRequest request) {
            String question = request.messages().get(0).content();
            String body = JSON.valueToTree(Map.of("model", wireName, "style", style, "question", question))
                    .toString();
            return new WireRequest(url, key.map(value -> Map.of("X-Key", value)).orElse(Map.of()), body);
        }

        @Override
        public ParsedResponse read(WireResponse response) {
            JsonNode text;
            try {
                text = JSON.readTree(response.body()).path("text");
            } catch (IOException e) {
                throw new ProviderException(Kind.PROTOCOL, "the response is not JSON", e);
            }
            if (!text.isTextual()) {
                throw new ProviderException(Kind.PROTOCOL, "the response has no text");
            }
            return new ParsedResponse(
                    text.asText(), Optional.empty(), FinishReason.STOP, Usage.NONE, Optional.empty(), Optional.empty());
        }
    }
}
