package dev.cultivar.batch;

/** A batch cannot be written, sent or read. The message is one line and says what to do. */
public final class BatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchException(String message) {
        super(message);
    }

    BatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
