package dev.cultivar.maven;

import dev.cultivar.maven.bridge.BridgeKeys;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says what a run would ask: cells, calls, tokens, examples of prompts. Sends nothing. */
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
        plan.lines().forEach(line -> getLog().info(line));
    }
}
