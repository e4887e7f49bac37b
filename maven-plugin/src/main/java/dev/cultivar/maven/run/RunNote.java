package dev.cultivar.maven.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.text.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where a run of a module puts its results. The note is in a fixed place, so that other modules can find it.
 *
 * @param output folder of the results, relative to the module's folder where it is inside it
 * @param allure folder of the Allure results, written the same way; null where there is none
 */
public record RunNote(String output, @Nullable String allure) {

    private static final String FOLDER = "cultivar-runs";
    private static final String JSON = ".json";

    /**
     * Records where a run is going to write.
     *
     * @param build the module's build folder
     * @param execution id of the goal's execution
     */
    public static void write(Path build, String execution, Path module, Path output, Optional<Path> allure)
            throws MojoExecutionException {
        RunNote note = new RunNote(
                from(module, output), allure.map(path -> from(module, path)).orElse(null));
        Path file = build.resolve(FOLDER).resolve(fileName(execution));
        try {
            AtomicFile.write(file, new ObjectMapper().writeValueAsBytes(note));
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * All notes by the ids of the executions that wrote them.
     *
     * @throws MojoExecutionException where a note is truncated
     */
    public static Map<String, RunNote> read(Path build) throws MojoExecutionException {
        Map<String, RunNote> notes = new TreeMap<>();
        Path folder = build.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return notes;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(JSON)) {
                    notes.put(
                            name.substring(0, name.length() - JSON.length()),
                            new ObjectMapper().readValue(file.toFile(), RunNote.class));
                }
            }
        } catch (JacksonException e) {
            throw new MojoExecutionException("A note in " + folder + " is truncated. Run cultivar:run again.", e);
        } catch (IOException e) {
            throw new MojoExecutionException(folder + " cannot be read: " + e.getMessage(), e);
        }
        return notes;
    }

    /** The key of an execution in {@link #read}. */
    public static String key(String execution) {
        return FileName.of(execution);
    }

    private static String fileName(String execution) {
        return key(execution) + JSON;
    }

    /** A relative path, because a module may be moved, or come from a cache on another machine. */
    private static String from(Path module, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = module.toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute).toString();
    }
}
