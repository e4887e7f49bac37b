package dev.cultivar.maven;

import dev.cultivar.maven.bridge.BridgeKeys;
import dev.cultivar.settings.Settings;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Says which gates the planned responses decide, which thresholds tell you little, what a run costs and how long it takes. Sends
 * nothing.
 */
@Mojo(
        name = "plan",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class PlanMojo extends AbstractSuiteMojo {

    /** How much to print: {@code full} adds a line for each gate, the calls to each model and a prompt in each language. */
    @Parameter(property = "cultivar.plan", defaultValue = "brief")
    private String plan;

    @Override
    protected void perform() throws MojoExecutionException {
        String said = call("plan", Map.of(Settings.PLAN.name(), plan)).text(BridgeKeys.TEXT);
        if (said.isBlank() && failIfNoTests) {
            throw new MojoExecutionException(
                    "No suite was found in " + project.getBuild().getTestOutputDirectory()
                            + ": nothing would be asked. Compile the tests first: mvn test-compile cultivar:plan");
        }
        // Do not use the log: a plan is copied, and read by other programs.
        said.lines().forEach(System.out::println);
    }
}
