package dev.cultivar.survey;

import dev.cultivar.text.PlainProblemsException;
import java.util.List;

/** A catalogue, population table or microdata file cannot be used. The message is one line: what, where, what to do. */
public final class SurveyException extends PlainProblemsException {

    private static final long serialVersionUID = 1L;

    public SurveyException(String message) {
        super(message);
    }

    /** @param problems every problem of a file, at least one, one line each */
    public SurveyException(List<String> problems) {
        super(problems);
    }

    public SurveyException(String message, Throwable cause) {
        super(message, cause);
    }
}
