package dev.cultivar.maven;

import dev.cultivar.maven.bridge.EngineBridge;
import dev.cultivar.report.ResultsFile;
import dev.cultivar.report.RunReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the suites and writes their results. A gate that fails does not fail this goal but {@code verify}; what keeps the
 * suites from being run does: no suite, a mistake in one, a missing key, an endpoint that answers nothing.
 */
@Mojo(
        name = "run",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class RunMojo extends EngineMojo {

    /** For Maven. */
    public RunMojo() {}

    @Override
    void perform() throws MojoExecutionException, MojoFailureException {
        runSuites();
    }

    final void runSuites() throws MojoExecutionException, MojoFailureException {
        Path output = output();
        reports(output).clear();
        new RunMarker(Instant.now(), false).write(output);
        Map<String, Object> answer = Files.isDirectory(testClasses()) ? engine("run") : Map.of();
        if (found(answer) == 0) {
            if (failIfNoTests) {
                throw new MojoFailureException("No probe was found in " + testClasses() + ". A suite is a class with"
                        + " @CulturalSuite and methods with @CulturalProbe; cultivar.failIfNoTests=false lets a build"
                        + " pass without any.");
            }
            new RunMarker(Instant.now(), true).write(output);
            getLog().warn("No probe was found; nothing was run (cultivar.failIfNoTests is false).");
            return;
        }
        List<String> errors = lines(answer, EngineBridge.ERRORS);
        errors.forEach(error -> getLog().error(error));
        if (!Files.exists(output.resolve(ResultsFile.NAME))) {
            throw new MojoExecutionException("The run came to no results"
                    + (errors.isEmpty() ? "; every suite may be skipped." : ":\n  " + String.join("\n  ", errors)));
        }
        if (!errors.isEmpty()) {
            throw new MojoExecutionException("Not all that was planned could be asked:\n  "
                    + String.join("\n  ", errors) + "\n  report: " + output.resolve(ResultsFile.NAME));
        }
        int violations = lines(answer, EngineBridge.VIOLATIONS).size();
        getLog().info(found(answer) + " cells and gates, " + violations + " red; results are in "
                + output.resolve(ResultsFile.NAME));
    }

    private RunReports reports(Path output) {
        String folder = configuration().get("cultivar.allure.results");
        return new RunReports(
                output, folder == null || folder.equals("none") ? Optional.empty() : Optional.of(Path.of(folder)));
    }
}
