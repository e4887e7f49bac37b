package dev.cultivar.run.plan;

import dev.cultivar.text.PlainException;
import dev.cultivar.text.PlainText;
import java.util.List;

/** A run cannot be planned as it is written. Each problem is one line: what, where, what to do. */
public final class PlanException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    PlanException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = problems.stream().map(PlainText::text).toList();
    }

    /** All problems found, at least one. */
    public List<String> problems() {
        return problems;
    }
}
