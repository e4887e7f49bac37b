package dev.cultivar.model.http;

import org.jspecify.annotations.Nullable;

/** Where keys and other secrets come from: environment variables by name. */
@FunctionalInterface
public interface KeySource {

    /** The value of a variable; null where it is not set. */
    @Nullable
    String get(String variable);

    /** The environment of this process. */
    static KeySource system() {
        return System::getenv;
    }
}
