package dev.cultivar.prompt;

/** A language file cannot be used, or a wording is missing. One line: what, where, what to do. */
public final class PromptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PromptException(String message) {
        super(message);
    }

    public PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
