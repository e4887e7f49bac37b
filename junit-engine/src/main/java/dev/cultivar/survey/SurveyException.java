package dev.cultivar.survey;

import dev.cultivar.text.PlainException;

/** A catalogue, population table or microdata file cannot be used. One line: what, where, what to do. */
public final class SurveyException extends PlainException {

    private static final long serialVersionUID = 1L;

    public SurveyException(String message) {
        super(message);
    }

    public SurveyException(String message, Throwable cause) {
        super(message, cause);
    }
}
