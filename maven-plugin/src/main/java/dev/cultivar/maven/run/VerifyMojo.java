package dev.cultivar.maven.run;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails the build if the results of {@code run} miss a gate, or are missing, stale or incomplete. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class VerifyMojo extends AbstractRunMojo {

    @Override
    protected void perform() throws MojoExecutionException, MojoFailureException {
        verifyResults();
        new UnverifiedRuns(project).requireALookAtEach();
    }
}
