package dev.cultivar.results;

import dev.cultivar.text.PlainException;

/** Results cannot be read or written. The message is one line: what, where, what to do. */
public final class ResultsException extends PlainException {

    private static final long serialVersionUID = 1L;

    public ResultsException(String message) {
        super(message);
    }

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
