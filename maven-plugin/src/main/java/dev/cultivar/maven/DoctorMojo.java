package dev.cultivar.maven;

import dev.cultivar.maven.bridge.PlatformBridge;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes a tiny call or two to every model and judge of the suites and says, a line each, whether it is reachable, takes
 * the key, has the model, honours the seed and JSON schemas, and how long it takes. Red where one cannot be used.
 */
@Mojo(
        name = "doctor",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class DoctorMojo extends AbstractSuiteMojo {

    @Override
    void perform() throws MojoExecutionException {
        Map<String, Object> result = call("doctor");
        List<?> lines = list(result, PlatformBridge.LINES);
        List<?> broken = list(result, PlatformBridge.ERRORS);
        if (lines.isEmpty() && failIfNoTests) {
            throw new MojoExecutionException(
                    "No suite was found in " + project.getBuild().getTestOutputDirectory()
                            + ": nobody was called. Compile the tests first: mvn test-compile cultivar:doctor");
        }
        for (Object line : lines) {
            if (broken.contains(line)) {
                getLog().error(String.valueOf(line));
            } else {
                getLog().info(String.valueOf(line));
            }
        }
        if (!broken.isEmpty()) {
            throw new MojoExecutionException(broken.size() + " of " + lines.size()
                    + " models and judges cannot be used; the lines above say why. Mend them before a run spends.");
        }
    }

    private static List<?> list(Map<String, Object> result, String key) {
        return result.get(key) instanceof List<?> values ? values : List.of();
    }
}
