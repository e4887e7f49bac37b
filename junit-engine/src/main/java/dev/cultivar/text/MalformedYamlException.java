package dev.cultivar.text;

/** A file is not YAML. One line: what, where, what to do. */
public final class MalformedYamlException extends PlainException {

    private static final long serialVersionUID = 1L;

    MalformedYamlException(String message, Throwable cause) {
        super(message, cause);
    }
}
