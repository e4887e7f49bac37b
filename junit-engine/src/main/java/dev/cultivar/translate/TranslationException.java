package dev.cultivar.translate;

/** A language cannot be drafted. One line: what, where, what to do. */
public final class TranslationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TranslationException(String message) {
        super(message);
    }

    public TranslationException(String message, Throwable cause) {
        super(message, cause);
    }
}
