package dev.cultivar.results.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commit checked out, read from the repository's files so that no git binary is needed. The files do not tell whether anything was
 * changed since; for that, git itself is called if installed.
 *
 * @param commit hexadecimal, 40 digits (SHA-1) or 64 (SHA-256)
 * @param ref the branch, for example {@code refs/heads/main}; empty if HEAD is detached
 * @param dirty whether tracked files were changed since; empty if unknown
 */
public record GitState(String commit, Optional<String> ref, Optional<Boolean> dirty) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");
    private static final String REF = "ref: ";
    private static final String GITDIR = "gitdir: ";

    /** A commit for which it is unknown whether files were changed since. */
    public GitState(String commit, Optional<String> ref) {
        this(commit, ref, Optional.empty());
    }

    /** From the repository that contains the folder, or else from {@code GITHUB_SHA}, or else empty. */
    public static Optional<GitState> find(Path folder, Map<String, String> variables) {
        for (@Nullable Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.exists(git)) {
                Optional<GitState> state = read(git);
                if (state.isPresent()) {
                    return state.map(found -> new GitState(found.commit(), found.ref(), GitChanges.in(folder)));
                }
                break;
            }
        }
        return commit(variables.getOrDefault("GITHUB_SHA", "")).map(sha -> new GitState(sha, Optional.empty()));
    }

    private static Optional<GitState> read(Path git) {
        try {
            Path gitDir = Files.isDirectory(git) ? git : linked(git);
            String head = line(gitDir.resolve("HEAD"));
            if (!head.startsWith(REF)) {
                return commit(head).map(sha -> new GitState(sha, Optional.empty()));
            }
            String ref = head.substring(REF.length());
            if (ref.contains("..")) {
                return Optional.empty();
            }
            Path common = common(gitDir);
            return loose(gitDir, ref)
                    .or(() -> loose(common, ref))
                    .or(() -> packed(common, ref))
                    .map(sha -> new GitState(sha, Optional.of(ref)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** In a worktree or submodule, a file points to the git directory. */
    private static Path linked(Path file) throws IOException {
        String text = line(file);
        if (!text.startsWith(GITDIR)) {
            throw new IOException(file + " is no git link");
        }
        return file.resolveSibling(text.substring(GITDIR.length())).normalize();
    }

    private static Path common(Path gitDir) throws IOException {
        Path pointer = gitDir.resolve("commondir");
        return Files.exists(pointer) ? gitDir.resolve(line(pointer)).normalize() : gitDir;
    }

    private static Optional<String> loose(Path gitDir, String ref) {
        Path file = gitDir.resolve(ref);
        try {
            return Files.isRegularFile(file) ? commit(line(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> packed(Path gitDir, String ref) {
        Path file = gitDir.resolve("packed-refs");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.endsWith(" " + ref))
                    .findFirst()
                    .flatMap(line -> commit(line.substring(0, line.indexOf(' '))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private static Optional<String> commit(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return COMMIT.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }
}
