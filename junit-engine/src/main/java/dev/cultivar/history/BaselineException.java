package dev.cultivar.history;

import dev.cultivar.text.PlainException;

/** A baseline run cannot be read or written. One line: what, where, what to do. */
public final class BaselineException extends PlainException {

    private static final long serialVersionUID = 1L;

    public BaselineException(String message) {
        super(message);
    }

    public BaselineException(String message, Throwable cause) {
        super(message, cause);
    }
}
