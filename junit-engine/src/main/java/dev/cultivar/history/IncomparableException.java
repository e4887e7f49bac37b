package dev.cultivar.history;

import dev.cultivar.text.PlainException;

/** A run and a baseline cannot be compared. {@link #why} holds the facts; whoever reports it to people puts them into a sentence. */
public final class IncomparableException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final transient Incomparable why;

    public IncomparableException(Incomparable why) {
        super("The run and the baseline cannot be compared.");
        this.why = why;
    }

    public Incomparable why() {
        return why;
    }
}
