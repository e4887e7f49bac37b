package dev.cultivar.history;

import dev.cultivar.text.PlainException;
import dev.cultivar.text.PlainText;

/** A baseline run cannot be read or written. The message is one line: what, where, what to do. */
public final class BaselineException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem without a full stop, so that it can be quoted within a sentence */
    public BaselineException(String problem) {
        super(problem + ".");
        this.problem = PlainText.text(problem);
    }

    /** @param problem without a full stop */
    public BaselineException(String problem, Throwable cause) {
        super(problem + ".", cause);
        this.problem = PlainText.text(problem);
    }

    /** The message without its full stop. */
    public String problem() {
        return problem;
    }
}
