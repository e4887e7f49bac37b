package dev.cultivar.text;

/**
 * A failure whose message, and whose causes' messages, a console may show as they are: they often quote what an endpoint sent, a file
 * holds or a library says.
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
