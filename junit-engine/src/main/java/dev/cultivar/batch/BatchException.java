package dev.cultivar.batch;

import dev.cultivar.text.PlainException;

/** A batch cannot be written, sent or read. The message is one line and says what to do. */
final class BatchException extends PlainException {

    private static final long serialVersionUID = 1L;

    BatchException(String message) {
        super(message);
    }

    BatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
