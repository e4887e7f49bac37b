package dev.cultivar.prompt;

import dev.cultivar.text.PlainProblemsException;
import java.util.List;

/** A language file cannot be used, or a wording is missing. The message is one line: what, where, what to do. */
public final class PromptException extends PlainProblemsException {

    private static final long serialVersionUID = 1L;

    public PromptException(String message) {
        super(message);
    }

    /** @param problems every problem in a file, at least one, one line each */
    public PromptException(List<String> problems) {
        super(problems);
    }

    public PromptException(String message, Throwable cause) {
        super(message, cause);
    }
}
