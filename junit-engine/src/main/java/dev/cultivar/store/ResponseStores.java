package dev.cultivar.store;

import dev.cultivar.settings.StoreMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens stores. */
public final class ResponseStores {

    /** Where the store is unless a user says otherwise. */
    public static final String DEFAULT_LOCATION = ".cultivar/responses.db";

    private static final String MEMORY = "memory";
    private static final String POSTGRES = "jdbc:postgresql:";

    private ResponseStores() {}

    /**
     * Opens a store.
     *
     * @param location a file, {@code memory}, or a {@code jdbc:postgresql:} URL without a password; user and password
     *     come from the environment variables {@code CULTIVAR_STORE_USER} and {@code CULTIVAR_STORE_PASSWORD}
     * @param mode in {@link StoreMode#REPLAY} the store is opened for reading only, and must exist
     * @throws StoreException where it cannot be opened; nothing is overwritten
     */
    public static ResponseStore open(String location, StoreMode mode) {
        if (location.equals(MEMORY)) {
            return inMemory();
        }
        Dialect dialect = dialect(location);
        return mode == StoreMode.REPLAY
                ? JdbcResponseStore.openToRead(dialect, Schema.CURRENT)
                : JdbcResponseStore.open(dialect, Schema.CURRENT, JdbcResponseStore.LEASE);
    }

    /** An empty store that ends with its process. */
    public static ResponseStore inMemory() {
        return new MemoryResponseStore();
    }

    private static Dialect dialect(String location) {
        if (location.startsWith(POSTGRES)) {
            return new PostgresDialect(location, System::getenv);
        }
        if (location.startsWith("jdbc:")) {
            throw new StoreException(
                    "the store's URL begins with \"" + location.replaceFirst("(jdbc:[^:]{0,20}).*", "$1")
                            + "\": only jdbc:postgresql: is known; a file needs no jdbc:");
        }
        try {
            return new SqliteDialect(Path.of(location));
        } catch (InvalidPathException e) {
            throw new StoreException("the store \"" + location + "\" is neither a file, a URL nor memory", e);
        }
    }
}
