package dev.cultivar.prompt;

import dev.cultivar.text.PlainException;

/** A language file cannot be used, or a wording is missing. One line: what, where, what to do. */
public final class PromptException extends PlainException {

    private static final long serialVersionUID = 1L;

    public PromptException(String message) {
        super(message);
    }

    public PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
