package dev.cultivar.text;

import java.util.List;

/** Something a person wrote cannot be used; the exception lists every problem at once. */
public abstract class PlainProblemsException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    protected PlainProblemsException(String message) {
        this(List.of(message));
    }

    /**
     * @param problems at least one, one line each
     */
    protected PlainProblemsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = problems.stream().map(PlainText::text).toList();
    }

    protected PlainProblemsException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of(PlainText.text(message));
    }

    /** The separate problems, at least one. */
    public final List<String> problems() {
        return problems;
    }
}
