package dev.cultivar.provider;

import dev.cultivar.text.PlainException;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import org.apiguardian.api.API;

/** An endpoint failed for good. The message is one line, says what to do, and never contains a key. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ProviderException extends PlainException {

    /** What went wrong, as far as a user can act on it. */
    public enum Kind {
        /** The key is missing or was refused. */
        KEY,
        /** The endpoint refuses this request, and perhaps others, for its own reasons. */
        FORBIDDEN,
        /** The endpoint does not know the model or the path. */
        NOT_FOUND,
        /** The endpoint does not understand the request; for example, it does not know {@code response_format}. */
        BAD_REQUEST,
        /** Throttled, until all retries were used up. */
        RATE_LIMIT,
        /** 5xx, or overloaded. */
        SERVER,
        /** The connection was refused, reset, cut off or otherwise unreadable. */
        CONNECTION,
        /** There was no connection for so long that the run gives up. */
        UNREACHABLE,
        /** The deadline passed. */
        TIMEOUT,
        /** The response does not follow the protocol. */
        PROTOCOL,
        /** The run was cancelled. */
        CANCELLED;

        /**
         * {@return the kind of failure that an HTTP status alone indicates}
         *
         * @param status a status other than 2xx
         */
        public static Kind ofStatus(int status) {
            return switch (status) {
                case 401, 402 -> KEY;
                case 403 -> FORBIDDEN;
                case 404, 405, 410 -> NOT_FOUND;
                case 408 -> TIMEOUT;
                case 425, 429 -> RATE_LIMIT;
                default -> {
                    if (status >= 500) {
                        yield SERVER;
                    }
                    yield status >= 400 ? BAD_REQUEST : PROTOCOL;
                }
            };
        }
    }

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    private final Kind kind;

    /** Why, without the number of attempts. */
    private final String reason;

    /** How many attempts were made. */
    private final int attempts;

    /**
     * Creates an exception without a cause.
     *
     * @param kind what went wrong
     * @param message one line without a key
     */
    public ProviderException(Kind kind, String message) {
        this(kind, message, 1);
    }

    /**
     * Creates an exception after several attempts; the message gives their number.
     *
     * @param kind what went wrong
     * @param reason one line without a key
     * @param attempts how many attempts were made; 0 if nothing was sent
     */
    public ProviderException(Kind kind, String reason, int attempts) {
        super(message(reason, attempts));
        this.kind = kind;
        this.reason = PlainText.text(reason);
        this.attempts = attempts;
    }

    /**
     * Creates an exception with a cause.
     *
     * @param kind what went wrong
     * @param message one line without a key
     * @param cause the underlying exception
     */
    public ProviderException(Kind kind, String message, Throwable cause) {
        this(kind, message, 1, cause);
    }

    /**
     * Creates an exception after several attempts, with a cause.
     *
     * @param kind what went wrong
     * @param reason one line without a key
     * @param attempts how many attempts were made; 0 if nothing was sent
     * @param cause the underlying exception
     */
    public ProviderException(Kind kind, String reason, int attempts, Throwable cause) {
        super(message(reason, attempts), cause);
        this.kind = kind;
        this.reason = PlainText.text(reason);
        this.attempts = attempts;
    }

    private static String message(String reason, int attempts) {
        return attempts <= 1 ? reason : reason + " (" + Plural.of(attempts, "attempt") + ")";
    }

    /** {@return what went wrong} */
    public Kind kind() {
        return kind;
    }

    /** {@return the message without the number of attempts} */
    public String reason() {
        return reason;
    }

    /** {@return how many attempts were made; 0 if nothing was sent} */
    public int attempts() {
        return attempts;
    }
}
