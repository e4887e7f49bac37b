package dev.cultivar.model.wire;

import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;

/** OpenAI's chat completions, and everything that speaks them: vLLM, Ollama, llama.cpp, OpenRouter and others. */
public final class OpenAiProvider implements Provider {

    private static final String BASE_URL = "https://api.openai.com/v1";

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(OpenAiQuirks.names());
        String url = config.baseUrl().orElse(BASE_URL) + "/chat/completions";
        OpenAiQuirks quirks = OpenAiQuirks.of(config);
        return model -> transport.model(new OpenAiProtocol(url, OpenAiProtocol.bearer(transport.key()), quirks), model);
    }
}
