package dev.cultivar.model.http;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.WireResponse;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.Request;

/** Any HTTP request to an endpoint's file and batch API. */
final class FileOperation implements Operation<WireResponse> {

    private final String queue;
    private final Request request;
    private final boolean repeatable;
    private final HttpLink.BodyReader body;
    private final Function<WireResponse, ProviderException.Kind> kinds;
    private final FailureReader failures;

    FileOperation(
            String queue,
            Request request,
            boolean repeatable,
            HttpLink.BodyReader body,
            Function<WireResponse, ProviderException.Kind> kinds,
            FailureReader failures) {
        this.queue = queue;
        this.request = request;
        this.repeatable = repeatable;
        this.body = body;
        this.kinds = kinds;
        this.failures = failures;
    }

    @Override
    public String queue() {
        return queue;
    }

    @Override
    public String address() {
        return request.url().toString();
    }

    @Override
    public long tokens() {
        return 0;
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public Runnable send(HttpLink http, ReplyReceiver receiver) {
        return http.send(request, body, receiver)::cancel;
    }

    @Override
    public Attempt<WireResponse> read(WireResponse response, Duration latency, int attempts) {
        return response.status() / 100 == 2
                ? Attempt.succeeded(response, 0)
                : Attempt.failed(failures.refused(kinds.apply(response), "", address(), queue, response, attempts));
    }
}
