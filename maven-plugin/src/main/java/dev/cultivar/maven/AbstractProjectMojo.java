package dev.cultivar.maven;

import dev.cultivar.maven.build.SkippedBuild;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** What all goals of a project share, whether they work on its own suites or on those of its modules. */
public abstract class AbstractProjectMojo extends AbstractPlainMojo {

    /** The project that the goal is run in. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    protected MojoExecution execution;

    /** Set to {@code true} to skip this goal. */
    @Parameter(property = "cultivar.skip", defaultValue = "false")
    protected boolean skip;

    @Inject
    protected RepositorySystem repositories;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        PlainFailure.of(() -> {
            if (skip) {
                getLog().info("Cultivar is skipped (cultivar.skip).");
                skipped();
            } else {
                perform();
            }
        });
    }

    /** Why this build skips its tests, so that no model is asked; empty where they run. */
    protected final Optional<SkippedBuild> skippedTests() {
        return SkippedBuild.of(session, project);
    }

    /** What remains to be done where the goal is skipped. */
    protected void skipped() throws MojoExecutionException, MojoFailureException {}

    protected abstract void perform() throws MojoExecutionException, MojoFailureException;
}
