package dev.cultivar.maven;

import dev.cultivar.maven.bridge.PlatformBridge;
import dev.cultivar.report.RunReports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs a project's suites, after the results of earlier runs are gone. */
final class SuiteRuns {

    private SuiteRuns() {}

    static void run(AbstractSuiteMojo mojo) throws MojoExecutionException {
        new RunReports(mojo.output.toPath(), Optional.of(mojo.output.toPath().resolveSibling("allure-results")))
                .clear();
        Map<String, Object> result = mojo.call("run");
        long found = result.get(PlatformBridge.FOUND) instanceof Long count ? count : 0;
        if (found == 0) {
            nothing(mojo);
            return;
        }
        List<?> failures = result.get(PlatformBridge.FAILURES) instanceof List<?> list ? list : List.of();
        List<?> skipped = result.get(PlatformBridge.SKIPPED) instanceof List<?> list ? list : List.of();
        mojo.getLog()
                .info("Cultivar: " + found + " cells and gates, " + result.get(PlatformBridge.PASSED) + " passed, "
                        + failures.size() + " failed, " + skipped.size() + " skipped; results in " + mojo.output + ".");
        RunState.write(mojo.output.toPath(), found, failures, skipped);
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
