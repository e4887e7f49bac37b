package dev.cultivar.run.plan;

import dev.cultivar.text.PlainProblemsException;
import java.util.List;

/** A run cannot be planned as written. Each problem is one line: what, where, what to do. */
public final class PlanException extends PlainProblemsException {

    private static final long serialVersionUID = 1L;

    PlanException(List<String> problems) {
        super(problems);
    }
}
