package dev.cultivar.run;

import dev.cultivar.settings.Settings;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A store that all runs of this process share while any of them uses it. A store in memory belongs to one run only. */
final class SharedStore implements AutoCloseable {

    private static final String JDBC = "jdbc:";
    private static final Map<String, SharedStore> OPEN = new HashMap<>();

    private final String name;
    private final ResponseStore store;
    private int users;

    private SharedStore(String name, ResponseStore store) {
        this.name = name;
        this.store = store;
    }

    static SharedStore open(String location, StoreMode mode) {
        if (location.equals(Settings.MEMORY)) {
            return new SharedStore(Settings.MEMORY, ResponseStores.open(location, mode));
        }
        // A replay only reads, even from a store that this process must not write to.
        String name = (mode == StoreMode.REPLAY ? "read " : "write ") + identity(location);
        synchronized (OPEN) {
            SharedStore shared = OPEN.get(name);
            if (shared == null) {
                shared = new SharedStore(name, ResponseStores.open(location, mode));
                OPEN.put(name, shared);
            }
            shared.users++;
            return shared;
        }
    }

    private static String identity(String location) {
        try {
            return location.startsWith(JDBC)
                    ? location
                    : Path.of(location).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            // Opening the store gives a better message.
            return location;
        }
    }

    /** Whether a store that outlasts its runs exists, or may exist. */
    static boolean isThere(String location) {
        try {
            return location.startsWith(JDBC) || (!location.equals(Settings.MEMORY) && Files.exists(Path.of(location)));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    ResponseStore store() {
        return store;
    }

    @Override
    public void close() {
        if (name.equals(Settings.MEMORY)) {
            store.close();
            return;
        }
        synchronized (OPEN) {
            if (--users == 0) {
                OPEN.remove(name);
                store.close();
            }
        }
    }
}
