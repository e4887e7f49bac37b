package dev.cultivar.maven;

import dev.cultivar.maven.bridge.PlatformBridge;
import dev.cultivar.results.ResultsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs a project's suites. What an earlier run found stays where this one cannot begin, but decides nothing any more. */
final class SuiteRuns {

    private SuiteRuns() {}

    static void run(AbstractSuiteMojo mojo) throws MojoExecutionException {
        Path output = mojo.output.toPath();
        RunState.forget(output);
        RunNote.write(
                Path.of(mojo.project.getBuild().getDirectory()),
                mojo.execution.getExecutionId(),
                mojo.project.getBasedir().toPath(),
                output,
                mojo.allureFolder());
        Instant started = Instant.now();
        Map<String, Object> result = mojo.call("run");
        long found = result.get(PlatformBridge.FOUND) instanceof Long count ? count : 0;
        if (found == 0) {
            nothing(mojo);
            return;
        }
        List<?> failures = result.get(PlatformBridge.FAILURES) instanceof List<?> list ? list : List.of();
        List<?> errors = result.get(PlatformBridge.ERRORS) instanceof List<?> list ? list : List.of();
        errors.forEach(error -> mojo.getLog().error(String.valueOf(error)));
        List<?> skipped = result.get(PlatformBridge.SKIPPED) instanceof List<?> list ? list : List.of();
        mojo.getLog()
                .info("Cultivar: " + found + " cells and gates, " + result.get(PlatformBridge.PASSED) + " passed, "
                        + failures.size() + " failed, " + result.get(PlatformBridge.IN_ERROR) + " in error, "
                        + skipped.size()
                        + " skipped; results in " + mojo.output + ".");
        if (!Files.exists(output.resolve(ResultsFile.NAME))) {
            throw new MojoExecutionException(Stream.concat(errors.stream(), skipped.stream())
                    .map(String::valueOf)
                    .collect(Collectors.joining("\n  - ", "The run came to no results:\n  - ", "")));
        }
        RunState.write(output, started, found, errors, failures, skipped);
    }

    private static void nothing(AbstractSuiteMojo mojo) throws MojoExecutionException {
        String message = "No cell was found in " + mojo.project.getBuild().getTestOutputDirectory()
                + ": nothing would be gated. Write a class with @CulturalSuite and a method with @CulturalProbe among the"
                + " test sources, or set cultivar.failIfNoTests=false where a module has none.";
        if (mojo.failIfNoTests) {
            throw new MojoExecutionException(message);
        }
        mojo.getLog().warn(message);
    }
}
