package dev.cultivar.maven;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Runs the suites and then fails the build where a gate failed: {@code run} and {@code verify} in one. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class CheckMojo extends RunMojo {

    /** What an inconclusive gate does to the build, {@code fail} or {@code pass}; by default what its suite says. */
    @Parameter(property = "cultivar.inconclusive")
    @Nullable
    String inconclusive;

    /** Whether to fail where the results hold no gate. */
    @Parameter(property = "cultivar.failIfNoGates", defaultValue = "true")
    boolean failIfNoGates = true;

    /** For Maven. */
    public CheckMojo() {}

    @Override
    void perform() throws MojoExecutionException, MojoFailureException {
        runSuites();
        getLog().info(new Verification(output(), testClasses(), Optional.ofNullable(inconclusive), failIfNoGates)
                .verify());
    }
}
