package dev.cultivar.policy;

import dev.cultivar.text.PlainProblemsException;
import java.util.List;

/** A policy cannot be used, or is not the one demanded. Each problem is one line: what, where, what to do. */
public final class PolicyException extends PlainProblemsException {

    private static final long serialVersionUID = 1L;

    PolicyException(String message) {
        super(message);
    }

    /** @param problems at least one, one line each */
    PolicyException(List<String> problems) {
        super(problems);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
