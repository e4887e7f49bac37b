package dev.cultivar.model.wire;

import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Endpoint;
import dev.cultivar.provider.EndpointConfig;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ParsedResponse;
import dev.cultivar.provider.Provider;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Transport;
import dev.cultivar.provider.Usage;
import java.util.List;
import java.util.Optional;

/** Methods of a suite as models: {@code @ModelUnderTest}. A model's name consists of the class, the method and its version. */
public final class FunctionProvider implements Provider {

    @Override
    public String name() {
        return "function";
    }

    @Override
    public Endpoint open(EndpointConfig config, Transport transport) {
        config.requireKnownOptions(List.of());
        if (config.baseUrl().isPresent()) {
            throw config.invalid(" is this JVM, and has no base-url.");
        }
        return model -> {
            SuiteMethod method = new SuiteMethod(model.wireName());
            return transport.calling(request -> answer(method, request), model);
        };
    }

    private static ParsedResponse answer(SuiteMethod method, ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        if (messages.size() != 1 || request.structure().isPresent()) {
            throw new ProviderException(Kind.BAD_REQUEST, "a method takes one prompt, and nothing else");
        }
        String text = method.answer(messages.get(0).content());
        return new ParsedResponse(
                text,
                Optional.empty(),
                FinishReason.STOP,
                Usage.NONE,
                Optional.of(method.toString()),
                Optional.empty());
    }
}
