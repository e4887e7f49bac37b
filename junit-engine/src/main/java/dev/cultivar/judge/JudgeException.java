package dev.cultivar.judge;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.text.PlainException;
import dev.cultivar.text.PlainText;

/** The judge failed a response: it could not be reached, or did not give one stance a statement. One line. */
public final class JudgeException extends PlainException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_ASKED = "The judge could not be asked. ";

    private final String reason;
    private final int attempts;

    JudgeException(String message) {
        super(message);
        reason = PlainText.text(message);
        attempts = 1;
    }

    JudgeException(String message, Throwable cause) {
        super(message, cause);
        reason = PlainText.text(message);
        attempts = 1;
    }

    private JudgeException(ProviderException cause) {
        super(NOT_ASKED + cause.getMessage(), cause);
        reason = NOT_ASKED + cause.reason();
        attempts = cause.attempts();
    }

    /** That the judge's endpoint, or what stands before it, failed. */
    static JudgeException notAsked(Throwable cause) {
        return cause instanceof ProviderException provider
                ? new JudgeException(provider)
                : new JudgeException(NOT_ASKED + cause.getMessage(), cause);
    }

    /** The message without the number of attempts. */
    public String reason() {
        return reason;
    }

    /** How often the endpoint was tried, at least 1. */
    public int attempts() {
        return attempts;
    }
}
