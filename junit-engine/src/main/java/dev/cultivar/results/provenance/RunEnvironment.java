package dev.cultivar.results.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The environment of a run.
 *
 * @param cultivar version of Cultivar
 * @param java version and virtual machine
 * @param os name, version and architecture
 * @param git the commit checked out, if one can be found
 */
public record RunEnvironment(String cultivar, String java, String os, Optional<GitState> git) {

    /**
     * The environment of this process.
     *
     * @param folder folder in which to look for a repository, and in all folders above it
     * @param variables environment variables; {@code GITHUB_SHA} is used if there is no repository
     */
    public static RunEnvironment current(Path folder, Map<String, String> variables) {
        return new RunEnvironment(
                cultivarVersion(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                GitState.find(folder, variables));
    }

    /** Version of Cultivar, as built. */
    public static String cultivarVersion() {
        try (InputStream in = RunEnvironment.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("the version of Cultivar cannot be read from its jar", e);
        }
    }
}
