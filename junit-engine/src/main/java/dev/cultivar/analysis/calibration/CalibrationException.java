package dev.cultivar.analysis.calibration;

import dev.cultivar.text.PlainException;

/** Labels or a calibration's result cannot be used. The message is one line that says what is wrong and where. */
public final class CalibrationException extends PlainException {

    private static final long serialVersionUID = 1L;

    public CalibrationException(String message) {
        super(message);
    }

    public CalibrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
