package dev.cultivar.translate;

import dev.cultivar.text.PlainException;

/** A language cannot be drafted. The message is one line: what, where, what to do. */
final class TranslationException extends PlainException {

    private static final long serialVersionUID = 1L;

    TranslationException(String message) {
        super(message);
    }

    TranslationException(String message, Throwable cause) {
        super(message, cause);
    }
}
