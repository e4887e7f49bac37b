package dev.cultivar.results.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out whether files were changed since the commit. Only git itself can tell, so it is called if installed. */
final class GitChanges {

    private static final int PATIENCE_SECONDS = 5;

    private GitChanges() {}

    /** Whether tracked files differ from the commit; empty if git is missing, slow or fails. Writes nothing. */
    static Optional<Boolean> in(Path folder) {
        ProcessBuilder command = new ProcessBuilder(List.of(
                "git",
                "--no-optional-locks",
                "-c",
                "core.fsmonitor=false",
                "status",
                "--porcelain",
                "--untracked-files=no",
                "--ignore-submodules=dirty"));
        command.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process git = command.start();
            git.getOutputStream().close();
            try (InputStream out = git.getInputStream()) {
                boolean changed = out.read() >= 0;
                if (changed) {
                    git.destroy();
                    return Optional.of(true);
                }
                boolean ended = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return ended && git.exitValue() == 0 ? Optional.of(false) : Optional.empty();
            } finally {
                git.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
