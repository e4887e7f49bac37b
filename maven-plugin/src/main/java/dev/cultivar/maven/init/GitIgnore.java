package dev.cultivar.maven.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a project in a git repository must not commit: the output of builds, and the store with every answer.
 *
 * @param file the {@code .gitignore} in the project's folder, whether or not it exists
 * @param atRoot whether that folder is the root of the repository
 * @param missing entries that are in no {@code .gitignore} from there up to the root of the repository
 */
record GitIgnore(Path file, boolean atRoot, List<String> missing) {

    private static final String NAME = ".gitignore";
    private static final List<String> ENTRIES = List.of("target/", ".cultivar/");

    GitIgnore {
        missing = List.copyOf(missing);
    }

    /** @param folder of a project, absolute; outside a repository, nothing is missing */
    static GitIgnore of(Path folder) throws MojoExecutionException {
        Optional<Path> repository = Stream.iterate(folder, at -> at != null, Path::getParent)
                .filter(at -> Files.exists(at.resolve(".git")))
                .findFirst();
        if (repository.isEmpty()) {
            return new GitIgnore(folder.resolve(NAME), false, List.of());
        }
        List<String> missing = new ArrayList<>(ENTRIES);
        for (Path at = folder; at != null && at.startsWith(repository.get()); at = at.getParent()) {
            boolean own = at.equals(folder);
            for (String line : lines(at.resolve(NAME))) {
                missing.removeIf(entry -> covers(line.strip(), entry, own));
            }
        }
        return new GitIgnore(folder.resolve(NAME), folder.equals(repository.get()), missing);
    }

    /** A line that begins with a slash applies only to its own folder. */
    private static boolean covers(String line, String entry, boolean own) {
        return (own || !line.startsWith("/"))
                && (line.replaceFirst("^(?:\\*\\*)?/", "").replaceFirst("/(?:\\*\\*?)?$", "") + "/").equals(entry);
    }

    private static List<String> lines(Path file) throws MojoExecutionException {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new MojoExecutionException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "); check the file.", e);
        }
    }

    /** The file with its text, where it does not exist yet and the project is the root of the repository. */
    Map<Path, String> toWrite() {
        return missing.isEmpty() || !atRoot || Files.exists(file) ? Map.of() : Map.of(file, lines());
    }

    /** The missing entries, one line each. */
    String lines() {
        return missing.stream().map(entry -> entry + "\n").reduce("", String::concat);
    }
}
