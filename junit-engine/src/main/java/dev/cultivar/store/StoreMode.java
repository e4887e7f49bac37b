package dev.cultivar.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a run uses the store. */
public enum StoreMode {
    /** Stored answers are used; what is missing is asked and stored. */
    LIVE,
    /** As live, and remembers which answers the run used, so that exactly these can be exported and replayed. */
    RECORD,
    /** Stored answers only: nothing is ever asked, no key is needed, and a missing answer is an error. */
    REPLAY,
    /** Everything is asked again, and replaces what was stored. */
    REFRESH;

    /** Reads a mode by its name in lower case. */
    public static StoreMode of(String name) {
        for (StoreMode mode : values()) {
            if (mode.label().equals(name)) {
                return mode;
            }
        }
        String known = Arrays.stream(values()).map(StoreMode::label).collect(Collectors.joining(", "));
        throw new StoreException("unknown store mode \"" + name + "\": use one of " + known);
    }

    /** The name that settings use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
