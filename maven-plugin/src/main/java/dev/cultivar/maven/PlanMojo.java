package dev.cultivar.maven;

import dev.cultivar.maven.bridge.BridgeKeys;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says which gates so many responses decide, which thresholds tell little, and what a run costs and takes. Sends nothing. */
@Mojo(
        name = "plan",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class PlanMojo extends AbstractSuiteMojo {

    @Override
    protected void perform() throws MojoExecutionException {
        Object text = call("plan").get(BridgeKeys.TEXT);
        String plan = text == null ? "" : text.toString();
        if (plan.isBlank() && failIfNoTests) {
            throw new MojoExecutionException(
                    "No suite was found in " + project.getBuild().getTestOutputDirectory()
                            + ": nothing would be asked. Compile the tests first: mvn test-compile cultivar:plan");
        }
        // Not by the log, so that mvn -q prints the plan and nothing else.
        plan.lines().forEach(System.out::println);
    }
}
