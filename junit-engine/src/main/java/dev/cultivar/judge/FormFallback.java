package dev.cultivar.judge;

import dev.cultivar.io.Futures;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Asks in the best form that an endpoint accepts, and remembers it. Endpoints reject a form in many ways: with 400, with 404 where no
 * backend supports it, or with 500 or 501. Safe for use by many threads.
 */
final class FormFallback {

    /** Words in which endpoints name a form that they reject. */
    private static final Pattern PARAMETER = Pattern.compile(
            "response_?format|schema|structured|guided|grammar|json|tool|function|not (?:implemented|supported)|unsupported",
            Pattern.CASE_INSENSITIVE);

    private final ChatModel model;
    private volatile AnswerForm form = AnswerForm.RESPONSE_FORMAT;
    /** Whether the endpoint has answered at all. */
    private volatile boolean answered;

    FormFallback(ChatModel model) {
        this.model = model;
    }

    /** How the last usable answer was asked for. */
    AnswerForm form() {
        return form;
    }

    /** @param request makes the request for a form */
    CompletableFuture<ModelResponse> ask(Function<AnswerForm, ChatRequest> request) {
        return ask(request, form, true);
    }

    /** @param said whether the endpoint has explicitly rejected every better form */
    private CompletableFuture<ModelResponse> ask(
            Function<AnswerForm, ChatRequest> request, AnswerForm by, boolean said) {
        return model.complete(request.apply(by))
                .whenComplete((response, failure) -> {
                    if (failure == null) {
                        remember(by, said);
                    }
                })
                .exceptionallyCompose(failure -> {
                    Throwable cause = Futures.cause(failure);
                    boolean says = refuses(cause);
                    return (says || mayRefuse(cause) ? by.next() : Optional.<AnswerForm>empty())
                            .map(next -> ask(request, next, said && says))
                            .orElseGet(() -> CompletableFuture.failedFuture(cause));
                });
    }

    private synchronized void remember(AnswerForm by, boolean said) {
        if ((said || !answered) && by.compareTo(form) > 0) {
            form = by;
        }
        answered = true;
    }

    private static boolean refuses(Throwable cause) {
        return cause instanceof ProviderException failure
                && switch (failure.kind()) {
                    case BAD_REQUEST -> true;
                    case NOT_FOUND, SERVER, PROTOCOL ->
                        PARAMETER.matcher(failure.reason()).find();
                    case KEY, FORBIDDEN, RATE_LIMIT, CONNECTION, UNREACHABLE, TIMEOUT, CANCELLED -> false;
                };
    }

    /** Until an endpoint has answered once, any of these failures may be about the form; later it is a failure like any other. */
    private boolean mayRefuse(Throwable cause) {
        return !answered
                && cause instanceof ProviderException failure
                && switch (failure.kind()) {
                    case NOT_FOUND, SERVER, PROTOCOL -> true;
                    case BAD_REQUEST, KEY, FORBIDDEN, RATE_LIMIT, CONNECTION, UNREACHABLE, TIMEOUT, CANCELLED -> false;
                };
    }
}
