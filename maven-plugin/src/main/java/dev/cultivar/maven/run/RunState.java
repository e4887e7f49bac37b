package dev.cultivar.maven.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.io.SealedJson;
import dev.cultivar.maven.bridge.FailedLeaf;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.junitxml.JUnitXmlFiles;
import dev.cultivar.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What happened to the leaves of the last run, kept beside the results for {@code verify}: a leaf may fail for a reason that no gate
 * knows.
 *
 * @param started ISO 8601 instant when the goal began
 * @param found leaves in the tree
 * @param ofRun failures for reasons that say nothing about a model, without {@code unanswered}
 * @param unanswered such failures of models that no endpoint answers for, by model
 * @param failures leaves whose assertion failed
 * @param skipped leaves that were skipped or aborted, with the reason
 */
@JsonIgnoreProperties(SealedJson.DIGEST)
public record RunState(
        String started,
        long found,
        List<String> ofRun,
        SortedMap<String, List<String>> unanswered,
        List<FailedLeaf> failures,
        List<String> skipped) {

    static final String NAME = "run.json";

    public RunState {
        ofRun = List.copyOf(ofRun);
        unanswered = Collections.unmodifiableSortedMap(unanswered);
        failures = List.copyOf(failures);
        skipped = List.copyOf(skipped);
    }

    /** All failures for reasons that say nothing about a model. */
    public List<String> errors() {
        return Stream.concat(ofRun.stream(), unanswered.values().stream().flatMap(List::stream))
                .toList();
    }

    void write(Path output) throws MojoExecutionException {
        try {
            Files.createDirectories(output);
            AtomicFile.write(output.resolve(NAME), SealedJson.seal(new ObjectMapper().writeValueAsBytes(this)));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The state of the run cannot be written to " + output + ": " + e.getMessage(), e);
        }
    }

    /** What stopped a run without results; empty where that is unknown. */
    static List<String> errors(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? new ObjectMapper()
                            .readValue(file.toFile(), RunState.class)
                            .errors()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Removes an earlier run's results in every format. The file of a whole run that can be saved as a baseline stays until its suite
     * runs.
     */
    static void forget(Path output, Optional<Path> allure) throws MojoExecutionException {
        try {
            Files.deleteIfExists(output.resolve(NAME));
            new RunReports(output, allure).clear();
            new JUnitXmlFiles(output).clear();
        } catch (IOException | ResultsException e) {
            throw new MojoExecutionException("The state of an earlier run cannot be removed: " + e.getMessage(), e);
        }
    }

    /** @throws MojoExecutionException where there is none, so that results without a finished run cannot pass */
    static RunState read(Path output) throws MojoExecutionException {
        Path file = output.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("No finished run is noted in " + file + ". Run cultivar:run first.");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            RunState state = new ObjectMapper().readValue(bytes, RunState.class);
            if (!SealedJson.holds(bytes)) {
                throw new MojoExecutionException(
                        file + " was changed after it was written: its digest does not match. Run cultivar:run again.");
            }
            return state;
        } catch (JacksonException e) {
            throw new MojoExecutionException(file + " is truncated or damaged. Run cultivar:run again.", e);
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
