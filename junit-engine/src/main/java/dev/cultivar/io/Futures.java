package dev.cultivar.io;

import java.util.concurrent.CompletionException;

/** What futures wrap. */
public final class Futures {

    private Futures() {}

    /** What failed, without the wrapper that a future puts around it. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
