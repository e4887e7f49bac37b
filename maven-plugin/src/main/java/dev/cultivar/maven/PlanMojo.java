package dev.cultivar.maven;

import dev.cultivar.maven.bridge.EngineBridge;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells what {@code run} would ask: cells, calls, tokens and every prompt. Sends nothing. */
@Mojo(
        name = "plan",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class PlanMojo extends EngineMojo {

    /** For Maven. */
    public PlanMojo() {}

    @Override
    void perform() throws MojoExecutionException, MojoFailureException {
        Map<String, Object> answer = engine("plan");
        if (found(answer) == 0 && failIfNoTests) {
            throw new MojoFailureException("No probe was found in " + testClasses() + ", so nothing would be asked.");
        }
        String.valueOf(answer.get(EngineBridge.TEXT)).lines().forEach(line -> getLog().info(line));
    }
}
