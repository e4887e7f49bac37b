package dev.cultivar.suite;

import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the {@code cultivar.yaml} in force. */
public final class SettingsLookup {

    private SettingsLookup() {}

    /**
     * The file that {@code cultivar.config} names, or else the one on the suite's class path, or else none.
     *
     * @throws SettingsException if it is named but cannot be read, or if it is wrong
     */
    public static SettingsFile find(ClassLoader suite, Function<String, Optional<String>> parameters) {
        Optional<String> named =
                parameters.apply(Settings.CONFIG.name()).map(String::strip).filter(text -> !text.isEmpty());
        return named.isPresent() ? SettingsFile.named(Path.of(named.get())) : onClassPath(suite);
    }

    private static SettingsFile onClassPath(ClassLoader suite) {
        @Nullable URL resource = suite.getResource(SettingsFile.RESOURCE);
        if (resource == null) {
            return SettingsFile.NONE;
        }
        try (InputStream in = resource.openStream()) {
            return SettingsFile.read(in, SettingsFile.RESOURCE);
        } catch (IOException e) {
            throw new SettingsException(
                    SettingsFile.RESOURCE + " on the class path cannot be read ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }
}
