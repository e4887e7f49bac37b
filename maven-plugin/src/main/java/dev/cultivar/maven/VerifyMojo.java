package dev.cultivar.maven;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build where a gate of the last run failed, or its results cannot be trusted. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class VerifyMojo extends CultivarMojo {

    /** What an inconclusive gate does to the build, {@code fail} or {@code pass}; by default what its suite says. */
    @Parameter(property = "cultivar.inconclusive")
    @Nullable
    String inconclusive;

    /** Whether to fail where the results hold no gate. */
    @Parameter(property = "cultivar.failIfNoGates", defaultValue = "true")
    boolean failIfNoGates = true;

    /** For Maven. */
    public VerifyMojo() {}

    @Override
    void perform() throws MojoExecutionException, MojoFailureException {
        getLog().info(new Verification(output(), testClasses(), Optional.ofNullable(inconclusive), failIfNoGates)
                .verify());
    }
}
