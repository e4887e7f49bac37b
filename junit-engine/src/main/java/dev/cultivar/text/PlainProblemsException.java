package dev.cultivar.text;

import java.util.List;

/** Something that a person wrote cannot be used, and all that is wrong with it is told at once. */
public abstract class PlainProblemsException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    protected PlainProblemsException(String message) {
        this(List.of(message));
    }

    /** @param problems at least one, each a line */
    protected PlainProblemsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = problems.stream().map(PlainText::text).toList();
    }

    protected PlainProblemsException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of(PlainText.text(message));
    }

    /** Each problem by itself, at least one. */
    public final List<String> problems() {
        return problems;
    }
}
