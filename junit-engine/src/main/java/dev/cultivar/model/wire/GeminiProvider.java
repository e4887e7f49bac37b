package dev.cultivar.model.wire;

import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Gemini's own API, {@code generateContent}. */
public final class GeminiProvider implements Provider {

    private static final String BASE_URL = "https://generativelanguage.googleapis.com/v1beta";

    @Override
    public String name() {
        return "gemini";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(List.of("response-format", "tools", "seed"));
        String base = config.baseUrl().orElse(BASE_URL);
        GeminiProtocol.Quirks quirks = new GeminiProtocol.Quirks(
                config.flag("seed", true), config.flag("response-format", true), config.flag("tools", true));
        return model -> {
            // The key goes into a header, because URLs end up in logs.
            Map<String, String> headers =
                    transport.key().map(key -> Map.of("x-goog-api-key", key)).orElse(Map.of());
            String path = model.wireName().contains("/") ? model.wireName() : "models/" + model.wireName();
            String url = base + "/"
                    + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/") + ":generateContent";
            return transport.model(new GeminiProtocol(url, headers, quirks), model);
        };
    }
}
