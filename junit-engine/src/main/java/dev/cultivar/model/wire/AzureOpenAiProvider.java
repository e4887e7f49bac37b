package dev.cultivar.model.wire;

import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * OpenAI's models on Azure. {@code base-url} is the resource, for example {@code https://NAME.openai.azure.com}; a model's name is the
 * name of its deployment.
 */
public final class AzureOpenAiProvider implements Provider {

    private static final String API_VERSION = "2024-10-21";

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(OpenAiQuirks.names("api-version"));
        String resource = config.baseUrl()
                .orElseThrow(() ->
                        config.invalid(" needs a base-url: the Azure resource, as https://NAME.openai.azure.com."));
        String version = config.option("api-version").orElse(API_VERSION);
        OpenAiQuirks quirks = OpenAiQuirks.of(config);
        return model -> {
            String url = resource + "/openai/deployments/" + encode(model.wireName()) + "/chat/completions?api-version="
                    + encode(version);
            Map<String, String> headers =
                    transport.key().map(key -> Map.of("api-key", key)).orElse(Map.of());
            return transport.model(new OpenAiProtocol(url, headers, quirks), model);
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
