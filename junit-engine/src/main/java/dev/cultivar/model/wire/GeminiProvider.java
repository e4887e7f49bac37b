package dev.cultivar.model.wire;

import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;
import dev.cultivar.settings.EndpointSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Gemini's own API, {@code generateContent}. */
public final class GeminiProvider implements Provider {

    private static final String BASE_URL = "https://generativelanguage.googleapis.com/v1beta";

    @Override
    public String name() {
        return "gemini";
    }

    @Override
    public Endpoint open(EndpointSettings settings, Transport transport) {
        LinkOptions.requireKnown(settings, "response-format", "tools", "seed");
        String base = settings.baseUrl().orElse(BASE_URL);
        GeminiProtocol.Quirks quirks = new GeminiProtocol.Quirks(
                LinkOptions.flag(settings, "seed", true),
                LinkOptions.flag(settings, "response-format", true),
                LinkOptions.flag(settings, "tools", true));
        return model -> {
            // The key goes into a header, as an address ends up in logs.
            Map<String, String> headers =
                    transport.key().map(key -> Map.of("x-goog-api-key", key)).orElse(Map.of());
            String path = model.wireName().contains("/") ? model.wireName() : "models/" + model.wireName();
            String url = base + "/"
                    + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/") + ":generateContent";
            return transport.model(new GeminiProtocol(url, headers, quirks), model);
        };
    }
}
