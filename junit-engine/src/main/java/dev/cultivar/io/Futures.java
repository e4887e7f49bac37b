package dev.cultivar.io;

import java.util.concurrent.CompletionException;

/** Unwraps the failures of futures. */
public final class Futures {

    private Futures() {}

    /** The original failure, without the future's wrapper. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
