package dev.cultivar.judge;

import dev.cultivar.text.PlainException;

/** The judge failed a response: it could not be reached, or did not give one stance a statement. One line. */
public final class JudgeException extends PlainException {

    private static final long serialVersionUID = 1L;

    JudgeException(String message) {
        super(message);
    }

    JudgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
