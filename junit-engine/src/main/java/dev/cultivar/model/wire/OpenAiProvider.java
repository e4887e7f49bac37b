package dev.cultivar.model.wire;

import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;

/** OpenAI's chat completions and Responses APIs, and everything that speaks them: vLLM, Ollama, llama.cpp, OpenRouter and others. */
public final class OpenAiProvider implements Provider {

    private static final String BASE_URL = "https://api.openai.com/v1";
    private static final String API = "api";
    private static final String CHAT = "chat";
    private static final String RESPONSES = "responses";

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(OpenAiQuirks.names(API));
        String api = config.option(API).orElse(CHAT);
        if (!api.equals(CHAT) && !api.equals(RESPONSES)) {
            throw config.invalid(": option api is '" + api + "'; it must be chat or responses.");
        }
        String base = config.baseUrl().orElse(BASE_URL);
        OpenAiQuirks quirks = OpenAiQuirks.of(config);
        return model -> transport.model(
                api.equals(RESPONSES)
                        ? new ResponsesProtocol(base + "/responses", OpenAiProtocol.bearer(transport.key()), quirks)
                        : new OpenAiProtocol(
                                base + "/chat/completions", OpenAiProtocol.bearer(transport.key()), quirks),
                model);
    }
}
