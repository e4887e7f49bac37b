package dev.cultivar.survey.microdata;

import dev.cultivar.text.PlainException;

/** A microdata file cannot be used. The message is one line: what, where (line and column), what to do. */
public final class MicrodataException extends PlainException {

    private static final long serialVersionUID = 1L;

    MicrodataException(String message) {
        super(message);
    }

    MicrodataException(String message, Throwable cause) {
        super(message, cause);
    }
}
