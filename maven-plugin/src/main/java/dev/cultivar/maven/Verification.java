package dev.cultivar.maven;

import dev.cultivar.report.Breaches;
import dev.cultivar.report.Environment;
import dev.cultivar.report.ResultsException;
import dev.cultivar.report.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Decides from the results of a run whether a build may be green. */
final class Verification {

    private final Path output;
    private final Path testClasses;
    private final Optional<String> inconclusive;
    private final boolean failIfNoGates;

    /**
     * A verification.
     *
     * @param output folder of the results
     * @param testClasses folder of the compiled suites; results older than them are stale
     * @param inconclusive {@code fail} or {@code pass}, empty for what each suite's settings say
     * @param failIfNoGates whether results without any gate are a failure
     */
    Verification(Path output, Path testClasses, Optional<String> inconclusive, boolean failIfNoGates) {
        this.output = output;
        this.testClasses = testClasses;
        this.inconclusive = inconclusive;
        this.failIfNoGates = failIfNoGates;
    }

    /**
     * Returns one line on what was verified.
     *
     * @throws MojoFailureException with every breach
     * @throws MojoExecutionException where the results are missing, damaged, stale or of another version
     */
    String verify() throws MojoFailureException, MojoExecutionException {
        Path file = output.resolve(ResultsFile.NAME);
        Optional<RunMarker> marker = RunMarker.read(output);
        if (marker.isPresent() && marker.get().empty() && !Files.exists(file)) {
            return "No suite was found, and cultivar.failIfNoTests is false: nothing to verify.";
        }
        ResultsFile results = read(file);
        requireCurrent(file, results, marker);
        List<String> breaches = new Breaches(results, inconclusive).all();
        if (!breaches.isEmpty()) {
            throw new MojoFailureException(breaches.size() + " of "
                    + (results.gates().size() + results.cells().size()) + " gates and cells are red.\n  "
                    + String.join("\n  ", breaches) + "\n  report: " + file);
        }
        if (results.gates().isEmpty() && failIfNoGates) {
            throw new MojoFailureException(
                    "Results " + file + " hold no gate, so nothing was decided. Add a gate such as"
                            + " @AlignmentGate to a suite, or set cultivar.failIfNoGates to false.");
        }
        return results.gates().size() + " gates on " + results.cells().size() + " cells: all green (" + file + ").";
    }

    private static ResultsFile read(Path file) throws MojoExecutionException {
        try {
            return ResultsFile.read(file);
        } catch (ResultsException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void requireCurrent(Path file, ResultsFile results, Optional<RunMarker> marker)
            throws MojoExecutionException {
        String version = Environment.cultivarVersion();
        if (!results.run().cultivar().equals(version)) {
            throw new MojoExecutionException("Results " + file + " are of Cultivar "
                    + results.run().cultivar() + ", but this is " + version + ". Run cultivar:run again.");
        }
        Instant started = Instant.parse(results.run().started());
        if (marker.isPresent() && started.isBefore(marker.get().started())) {
            throw new MojoExecutionException("Results " + file + " are stale: they began " + started
                    + ", before the last run at " + marker.get().started() + ". Run cultivar:run again.");
        }
        Optional<Path> newer = newerClass(started);
        if (newer.isPresent()) {
            throw new MojoExecutionException("Results " + file + " are stale: they began " + started + ", and "
                    + newer.get() + " was compiled after that. Run cultivar:run again.");
        }
    }

    private Optional<Path> newerClass(Instant started) throws MojoExecutionException {
        if (!Files.isDirectory(testClasses)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(testClasses)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(started)) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new MojoExecutionException(testClasses + " cannot be read: " + e.getMessage(), e);
        }
    }
}
