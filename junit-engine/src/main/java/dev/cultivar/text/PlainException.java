package dev.cultivar.text;

/**
 * A failure whose message and causes' messages a console may show as they are. They often quote an endpoint's reply, a file's content or a
 * library's message, so this class makes them harmless.
 */
public abstract class PlainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected PlainException(String message) {
        super(PlainText.text(message));
    }

    protected PlainException(String message, Throwable cause) {
        super(PlainText.text(message), PlainThrowable.of(cause));
    }
}
