package dev.cultivar.model.http;

import java.io.IOException;

/** The endpoint sent more than the limit. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long cap) {
        super("the answer is larger than " + cap / 1024 / 1024 + " MB");
    }
}
