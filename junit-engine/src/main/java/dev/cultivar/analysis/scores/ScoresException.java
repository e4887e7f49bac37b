package dev.cultivar.analysis.scores;

import dev.cultivar.text.PlainException;
import java.util.List;

/** A user's own scores cannot be analysed. The message is one line: what, where, what to do. */
public final class ScoresException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public ScoresException(String message) {
        this(message, List.of());
    }

    /**
     * An exception that lists the malformed rows.
     *
     * @param lines {@code file:line: reason}, one per row
     */
    public ScoresException(String message, List<String> lines) {
        super(message);
        this.lines = List.copyOf(lines);
    }

    /** The malformed rows, {@code file:line: reason}. */
    public List<String> lines() {
        return lines == null ? List.of() : lines;
    }
}
