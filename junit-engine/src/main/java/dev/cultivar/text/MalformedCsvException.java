package dev.cultivar.text;

import java.io.IOException;

/** Text that is not CSV, for example because a quote is not closed. */
public final class MalformedCsvException extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;

    MalformedCsvException(String message, long line, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** Line on which the record begins, counted from 1. */
    public long line() {
        return line;
    }
}
