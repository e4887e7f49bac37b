package dev.cultivar.run.response;

import java.util.stream.Collectors;

/** Messages as one line, without the control characters that a terminal would obey. */
public final class Lines {

    private Lines() {}

    public static String of(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : of(message);
    }

    /** Messages may quote what an endpoint sent, which is untrusted. */
    public static String of(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" ")).replaceAll("\\p{Cntrl}", "?");
    }
}
