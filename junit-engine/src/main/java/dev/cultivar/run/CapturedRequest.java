package dev.cultivar.run;

import dev.cultivar.model.OfflineModel;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ProviderException;
import java.util.concurrent.CompletableFuture;

/** Carries a request that would have been sent, so that it can be written to a file. */
final class CapturedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ChatRequest request;

    private CapturedRequest(ChatRequest request) {
        super("captured", null, false, false);
        this.request = request;
    }

    ChatRequest request() {
        return request;
    }

    /** A model that sends nothing. A request that its protocol cannot express fails as it would at the endpoint. */
    static ChatModel model(OfflineModel protocol) {
        return request -> {
            try {
                protocol.body(request);
                return CompletableFuture.failedFuture(new CapturedRequest(request));
            } catch (ProviderException e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }

    /** The failure of a response whose answer will come in a batch. */
    static ProviderException waiting() {
        return new ProviderException(ProviderException.Kind.CANCELLED, "waits in a batch file");
    }
}
