package dev.cultivar.store;

import dev.cultivar.text.PlainException;

/** The store cannot be used, or does not hold what was asked for. The message is one line: what, where, what to do. */
public final class StoreException extends PlainException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
