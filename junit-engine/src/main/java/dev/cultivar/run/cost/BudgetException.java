package dev.cultivar.run.cost;

import dev.cultivar.text.PlainException;
import org.jspecify.annotations.Nullable;

/** A request was not sent because it could have cost more than the rest of the budget. The message is one line. */
public final class BudgetException extends PlainException {

    private static final long serialVersionUID = 1L;

    BudgetException(String message) {
        super(message);
    }

    /** Whether a failure was caused by this exception. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof BudgetException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
