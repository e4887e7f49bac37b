package dev.cultivar.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What {@code run} leaves for {@code verify}, so that results of an earlier run are not taken for this one's.
 *
 * @param started when the last run began
 * @param empty whether it found no suite and was told that this is fine
 */
record RunMarker(Instant started, boolean empty) {

    private static final String NAME = "run.properties";

    void write(Path output) throws MojoExecutionException {
        Properties properties = new Properties();
        properties.setProperty("started", started.toString());
        properties.setProperty("empty", Boolean.toString(empty));
        try {
            Files.createDirectories(output);
            try (OutputStream out = Files.newOutputStream(output.resolve(NAME))) {
                properties.store(out, null);
            }
        } catch (IOException e) {
            throw new MojoExecutionException(output + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The marker of the last run; empty where the goal {@code run} was never used. */
    static Optional<RunMarker> read(Path output) throws MojoExecutionException {
        Path file = output.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            return Optional.of(new RunMarker(
                    Instant.parse(properties.getProperty("started", "")),
                    Boolean.parseBoolean(properties.getProperty("empty"))));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new MojoExecutionException(file + " is damaged; run cultivar:run again.", e);
        }
    }
}
