package dev.cultivar.engine;

/** Messages of exceptions as one line. */
final class Lines {

    private Lines() {}

    static String of(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines()
                        .map(String::strip)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(message);
    }
}
