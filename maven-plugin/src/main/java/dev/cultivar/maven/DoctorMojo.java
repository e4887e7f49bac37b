package dev.cultivar.maven;

import dev.cultivar.maven.bridge.BridgeKeys;
import dev.cultivar.maven.build.SkippedBuild;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes a small call or two to every model and judge of the suites and says, in one line each, whether it can be reached, accepts the key,
 * has the model, and honours the seed and JSON schemas, and how long it took. Red if one cannot be used.
 */
@Mojo(
        name = "doctor",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class DoctorMojo extends AbstractSuiteMojo {

    @Override
    protected void perform() throws MojoExecutionException {
        Optional<SkippedBuild> skipped = skippedTests();
        if (skipped.isPresent()) {
            getLog().info("Cultivar: " + skipped.get().why());
            return;
        }
        List<?> checks = call("doctor").list(BridgeKeys.CHECKS);
        if (checks.isEmpty() && failIfNoTests) {
            throw new MojoExecutionException(
                    "No suite was found in " + project.getBuild().getTestOutputDirectory()
                            + ": no model was called. Compile the tests first: mvn test-compile cultivar:doctor");
        }
        int broken = 0;
        for (Object each : checks) {
            if (each instanceof Map<?, ?> check) {
                String line = String.valueOf(check.get(BridgeKeys.LINE));
                if (Boolean.TRUE.equals(check.get(BridgeKeys.USABLE))) {
                    GoalOutput.say(getLog(), line);
                } else {
                    getLog().error(line);
                    broken++;
                }
            }
        }
        if (broken > 0) {
            throw new MojoExecutionException(broken + " of " + checks.size()
                    + " models and judges cannot be used; the lines above say why. Fix them before you run.");
        }
    }
}
