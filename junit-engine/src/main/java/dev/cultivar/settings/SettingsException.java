package dev.cultivar.settings;

import dev.cultivar.text.PlainException;

/** A run was given an impossible setting. The message is one line: what, where, what to do. */
public final class SettingsException extends PlainException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
