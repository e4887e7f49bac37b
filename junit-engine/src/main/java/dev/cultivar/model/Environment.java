package dev.cultivar.model;

import org.jspecify.annotations.Nullable;

/** Where keys come from. */
@FunctionalInterface
public interface Environment {

    /** The value of a variable; null where it is not set. */
    @Nullable
    String get(String variable);

    /** The environment of this process. */
    static Environment system() {
        return System::getenv;
    }
}
