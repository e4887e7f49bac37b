package dev.cultivar.maven.aggregate;

import dev.cultivar.maven.AbstractProjectMojo;
import dev.cultivar.maven.build.SkippedBuild;
import dev.cultivar.maven.run.PolicyVerification;
import dev.cultivar.maven.run.Verification;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Works on the runs of all modules that this one declares as dependencies. */
abstract class AbstractAggregateMojo extends AbstractProjectMojo {

    /** Folder for the joined results. */
    @Parameter(property = "cultivar.aggregate.output", defaultValue = "${project.build.directory}/cultivar-aggregate")
    protected File aggregate;

    /** Artifact ids of dependencies from this build or group that have no suites, so that no results are expected of them. */
    @Parameter(property = "cultivar.aggregate.without")
    protected @Nullable List<String> without;

    @Override
    protected final void perform() throws MojoExecutionException, MojoFailureException {
        Optional<SkippedBuild> skipped = skippedTests();
        if (skipped.isPresent()) {
            skipped.get()
                    .summarise(
                            folder(),
                            PolicyVerification.againstUnmeasured(
                                    project.getBasedir().toPath()));
            getLog().warn("Cultivar: not measured: " + skipped.get().why());
            unmeasured(skipped.get().why());
            return;
        }
        List<String> mistakes = new ArrayList<>();
        // In this build, the lifecycle has run the modules; a goal called by name may look at an earlier build.
        boolean inThisBuild = execution.getSource() == MojoExecution.Source.LIFECYCLE;
        DeclaredModules modules =
                new DeclaredModules(project, session, without == null ? List.of() : without, inThisBuild);
        Map<ModuleRun, Verification.Found> found = new LinkedHashMap<>();
        for (ModuleRun run : modules.runs(mistakes)) {
            try {
                found.put(run, run.found());
            } catch (MojoExecutionException e) {
                mistakes.add(run.name() + ": " + e.getMessage());
            }
        }
        List<String> forgotten = modules.forgotten();
        if (!forgotten.isEmpty()) {
            getLog().warn("Not included, as " + project.getArtifactId() + " declares no dependency on them: "
                    + String.join(", ", forgotten) + ". Their gates are not checked here.");
        }
        mistakes.addAll(modules.unverified());
        perform(found, mistakes);
    }

    /**
     * What remains to be done where the build skips its tests.
     *
     * @param why the reason why nothing was measured, in one sentence
     */
    void unmeasured(String why) throws MojoExecutionException, MojoFailureException {}

    /**
     * @param found the results of the declared modules' runs
     * @param mistakes what is missing or stale; if there are any, the build must fail
     */
    abstract void perform(Map<ModuleRun, Verification.Found> found, List<String> mistakes)
            throws MojoExecutionException, MojoFailureException;

    /** @throws MojoExecutionException with all mistakes, where there are any */
    static void requireNone(List<String> mistakes) throws MojoExecutionException {
        if (!mistakes.isEmpty()) {
            throw new MojoExecutionException(mistakes.stream()
                    .collect(Collectors.joining("\n  - ", "The modules' results cannot be joined:\n  - ", "")));
        }
    }

    Path folder() {
        return aggregate.toPath().toAbsolutePath();
    }
}
