package dev.cultivar.survey;

/** A catalogue, population table or microdata file cannot be used. One line: what, where, what to do. */
public final class SurveyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SurveyException(String message) {
        super(message);
    }

    public SurveyException(String message, Throwable cause) {
        super(message, cause);
    }
}
