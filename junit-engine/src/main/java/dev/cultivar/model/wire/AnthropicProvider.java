package dev.cultivar.model.wire;

import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Anthropic's Messages API. */
public final class AnthropicProvider implements Provider {

    private static final String BASE_URL = "https://api.anthropic.com/v1";
    private static final String API_VERSION = "2023-06-01";

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(List.of("api-version", "response-format", "tools"));
        String base = config.baseUrl().orElse(BASE_URL);
        String url = base.endsWith("/v1") ? base + "/messages" : base + "/v1/messages";
        boolean format = config.flag("response-format", true);
        boolean tools = config.flag("tools", true);
        return model -> {
            Map<String, String> headers = new HashMap<>();
            headers.put("anthropic-version", config.option("api-version").orElse(API_VERSION));
            transport.key().ifPresent(key -> headers.put("x-api-key", key));
            return transport.model(new AnthropicProtocol(url, headers, format, tools), model);
        };
    }
}
