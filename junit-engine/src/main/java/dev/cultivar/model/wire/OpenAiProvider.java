package dev.cultivar.model.wire;

import dev.cultivar.model.http.LinkOptions;
import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.Transport;
import dev.cultivar.settings.EndpointSettings;

/** OpenAI's chat completions, and everything that speaks them: vLLM, Ollama, llama.cpp, OpenRouter and others. */
public final class OpenAiProvider implements Provider {

    private static final String BASE_URL = "https://api.openai.com/v1";

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Endpoint open(EndpointSettings settings, Transport transport) {
        LinkOptions.requireKnown(settings, OpenAiQuirks.names());
        String url = settings.baseUrl().orElse(BASE_URL) + "/chat/completions";
        OpenAiQuirks quirks = OpenAiQuirks.of(settings);
        return model -> transport.model(new OpenAiProtocol(url, OpenAiProtocol.bearer(transport.key()), quirks), model);
    }
}
