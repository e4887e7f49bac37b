package dev.cultivar.maven.aggregate;

import dev.cultivar.maven.run.Verification;
import dev.cultivar.results.ModuleResults;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A run of a module.
 *
 * @param name the module's name in reports
 * @param folder the module's folder
 * @param output folder of its results
 * @param allure folder of its Allure results; empty where there is none
 * @param classes compiled tests of the module
 * @param sources roots of its test sources
 * @param notBefore when this build began, where the module takes part in it
 */
record ModuleRun(
        String name,
        Path folder,
        Path output,
        Optional<Path> allure,
        Path classes,
        List<String> sources,
        Optional<Instant> notBefore) {

    ModuleResults forReports() {
        return new ModuleResults(name, output, allure);
    }

    /**
     * Checks the results as the module's own {@code verify} would, and whether they are from this build.
     *
     * @throws MojoExecutionException where they are missing, stale, truncated or of another version
     */
    Verification.Found found() throws MojoExecutionException {
        Verification.Found found = Verification.look(output, classes);
        Instant started = Instant.parse(found.state().started());
        if (notBefore.isPresent() && started.isBefore(notBefore.get())) {
            throw new MojoExecutionException("Results " + found.file() + " are stale: their run began at " + started
                    + ", before this build did at " + notBefore.get()
                    + ", so cultivar:run was skipped, or its results came from a cache. Make it run in every build.");
        }
        return found;
    }
}
