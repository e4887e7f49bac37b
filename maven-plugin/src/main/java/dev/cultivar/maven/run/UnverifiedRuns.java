package dev.cultivar.maven.run;

import dev.cultivar.maven.build.BoundGoals;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Runs in a module of this build that no {@code verify} has checked yet. Only {@code verify} turns a missed gate red, so the gate would be
 * lost if another run replaced these results, or if nobody checked them.
 */
final class UnverifiedRuns {

    private static final String RUNS = "dev.cultivar.unverified";
    private static final String LOOKS = "dev.cultivar.verified";

    private final MavenProject project;

    UnverifiedRuns(MavenProject project) {
        this.project = project;
    }

    /**
     * Records a run before it begins.
     *
     * @param output folder of its results
     * @param execution id of the goal's execution
     * @throws MojoExecutionException where another run's results would be lost
     */
    void begin(Path output, String execution) throws MojoExecutionException {
        String before = runs().put(output.toAbsolutePath().normalize(), execution);
        if (before != null && !before.equals(execution)) {
            throw new MojoExecutionException(
                    "The results of the execution " + before + " of cultivar:run in " + output
                            + " have not been verified, and those of " + execution
                            + " would take their place. Give each execution a cultivar.output of its own, in run and in verify.");
        }
    }

    /** Records that a {@code verify} checks the results. */
    void verified(Path output) {
        runs().remove(output.toAbsolutePath().normalize());
    }

    /**
     * Records that a {@code verify} is done.
     *
     * @throws MojoFailureException where more runs are left than the build still has executions of {@code verify}
     */
    void requireALookAtEach() throws MojoFailureException {
        int toCome = BoundGoals.of(project, Set.of("verify")).size() - looks().incrementAndGet();
        if (runs().size() > Math.max(0, toCome)) {
            throw new MojoFailureException("Nothing verifies the results of "
                    + runs().entrySet().stream()
                            .map(run -> "the execution " + run.getValue() + " of cultivar:run in " + run.getKey())
                            .collect(Collectors.joining(", "))
                    + ". Add an execution of verify with that cultivar.output.");
        }
    }

    @SuppressWarnings("unchecked") // this class put it there
    private Map<Path, String> runs() {
        if (!(project.getContextValue(RUNS) instanceof Map<?, ?>)) {
            project.setContextValue(RUNS, new TreeMap<Path, String>());
        }
        return (Map<Path, String>) project.getContextValue(RUNS);
    }

    private AtomicInteger looks() {
        if (!(project.getContextValue(LOOKS) instanceof AtomicInteger)) {
            project.setContextValue(LOOKS, new AtomicInteger());
        }
        return (AtomicInteger) project.getContextValue(LOOKS);
    }
}
