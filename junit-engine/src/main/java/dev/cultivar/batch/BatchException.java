package dev.cultivar.batch;

import dev.cultivar.text.PlainException;
import java.io.IOException;
import java.nio.file.Path;

/** A batch cannot be written, sent or read. The message is one line and says what to do. */
final class BatchException extends PlainException {

    private static final long serialVersionUID = 1L;

    BatchException(String message) {
        super(message);
    }

    BatchException(String message, Throwable cause) {
        super(message, cause);
    }

    static BatchException unread(Path file, IOException cause) {
        return new BatchException(
                file + " cannot be read (" + cause.getClass().getSimpleName()
                        + "); check that it is there and readable",
                cause);
    }

    static BatchException unwritten(Path file, IOException cause) {
        return new BatchException(
                file + " cannot be written (" + cause.getClass().getSimpleName()
                        + "); check the folder and its free space",
                cause);
    }
}
