package dev.cultivar.maven.run;

import dev.cultivar.maven.AbstractSuiteMojo;
import dev.cultivar.maven.MistakesException;
import dev.cultivar.maven.bridge.BridgeKeys;
import dev.cultivar.maven.bridge.BridgeResult;
import dev.cultivar.maven.bridge.FailedLeaf;
import dev.cultivar.maven.build.BoundGoals;
import dev.cultivar.maven.build.JoinedReports;
import dev.cultivar.maven.build.SkippedBuild;
import dev.cultivar.maven.build.UnmeasuredSummary;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.text.Plural;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Runs a project's suites, decides the build from their results, or both. */
abstract class AbstractRunMojo extends AbstractSuiteMojo {

    /** SHA-256 that the build's {@code cultivar-policy.yaml} must have. Not checked by default. */
    @Parameter(property = "cultivar.policy")
    protected @Nullable String policy;

    /** Runs the suites. First removes an earlier run's results: if this run could not start, they would be taken for its own. */
    final void runSuites() throws MojoExecutionException, MojoFailureException {
        Path folder = output.toPath();
        Optional<SkippedBuild> skipped = skippedTests();
        if (skipped.isEmpty()) {
            new UnverifiedRuns(project).begin(folder, execution.getExecutionId());
        }
        RunState.forget(folder, allureFolder());
        JoinedReports.forget(session, project);
        if (skipped.isPresent()) {
            skipped.get().summarise(folder, PolicyVerification.againstUnmeasured(module()));
            getLog().info("Cultivar: nothing was run.");
            requireMayGoUnmeasured(skipped.get().why());
            return;
        }
        try {
            run(folder);
        } catch (MojoExecutionException | RuntimeException e) {
            // If the run got as far as its reports, they say why it stopped.
            if (!Files.exists(folder.resolve(ResultsFile.NAME))) {
                UnmeasuredSummary.couldNotStart(folder, String.valueOf(e.getMessage()));
            }
            annotations()
                    .unmeasured(
                            e instanceof MistakesException several
                                    ? several.mistakes()
                                    : List.of(String.valueOf(e.getMessage())))
                    .forEach(System.out::println);
            throw e;
        }
    }

    private void run(Path folder) throws MojoExecutionException {
        RunNote.write(
                Path.of(project.getBuild().getDirectory()),
                execution.getExecutionId(),
                project.getBasedir().toPath(),
                folder,
                allureFolder());
        Instant started = Instant.now();
        BridgeResult result = call("run");
        long found = result.count(BridgeKeys.FOUND);
        List<FailedLeaf> failures =
                result.list(BridgeKeys.FAILURES).stream().map(FailedLeaf::from).toList();
        List<String> leftOut = result.texts(BridgeKeys.SKIPPED);
        RunState state = new RunState(
                started.toString(),
                found,
                result.texts(BridgeKeys.ERRORS),
                result.textsByName(BridgeKeys.UNANSWERED),
                failures,
                leftOut);
        List<String> errors = state.errors();
        // An engine that stopped early finds nothing either.
        if (found == 0 && errors.isEmpty()) {
            nothingFound();
            return;
        }
        errors.forEach(getLog()::error);
        long gates = result.count(BridgeKeys.GATES);
        getLog().info("Cultivar: " + Plural.of(found - gates, "cell") + count(failures, FailedLeaf.Kind.CELL, "failed")
                + "; "
                + Plural.of(gates, "gate") + count(failures, FailedLeaf.Kind.GATE, "red") + "; "
                + result.count(BridgeKeys.IN_ERROR) + " in error, "
                + leftOut.size()
                + " skipped; results in " + output + ".");
        if (!Files.exists(folder.resolve(ResultsFile.NAME))) {
            throw new MojoExecutionException(Stream.concat(errors.stream(), leftOut.stream())
                    .collect(Collectors.joining("\n  - ", "The run has no results:\n  - ", "")));
        }
        state.write(folder);
    }

    /** Counts red leaves. A gate is also red where it was not measured or is too close to call, which the verdicts above distinguish. */
    private static String count(List<FailedLeaf> failures, FailedLeaf.Kind kind, String what) {
        return ", " + failures.stream().filter(leaf -> leaf.kind() == kind).count() + " " + what;
    }

    private void nothingFound() throws MojoExecutionException {
        String message = "No cell was found in " + project.getBuild().getTestOutputDirectory()
                + ": no gate would be decided. Add a class with @CulturalSuite and a method with @CulturalProbe to"
                + " the test sources, or set cultivar.failIfNoTests=false if the module has none.";
        if (failIfNoTests) {
            throw new MojoExecutionException(message);
        }
        getLog().warn(message);
    }

    /** A policy may forbid skipping. */
    @Override
    protected final void skipped() throws MojoExecutionException, MojoFailureException {
        requireMayGoUnmeasured("this goal is skipped (cultivar.skip).");
    }

    private void requireMayGoUnmeasured(String why) throws MojoExecutionException, MojoFailureException {
        PolicyVerification.requireMayGoUnmeasured(module(), why, annotations());
    }

    private Path module() {
        return project.getBasedir().toPath();
    }

    /** Fails the build where the last run missed a gate, or left no usable results. */
    final void verifyResults() throws MojoExecutionException, MojoFailureException {
        Path folder = output.toPath();
        new UnverifiedRuns(project).verified(folder);
        Optional<SkippedBuild> skipped = skippedTests();
        if (skipped.isPresent()) {
            skipped.get().summarise(folder, PolicyVerification.againstUnmeasured(module()));
            getLog().warn("Cultivar: not measured: " + skipped.get().why());
            requireMayGoUnmeasured(skipped.get().why());
            return;
        }
        if (!failIfNoTests
                && !Files.exists(folder.resolve(ResultsFile.NAME))
                && !Files.exists(folder.resolve(RunState.NAME))) {
            getLog().warn("There are no results in " + folder + ", and cultivar.failIfNoTests is false.");
            requireMayGoUnmeasured("there are no results in " + folder + ".");
            return;
        }
        Path classes = Path.of(project.getBuild().getTestOutputDirectory());
        Verification.verify(
                folder,
                classes,
                results -> PolicyVerification.breaches(module(), PolicyVerification.demanded(session, policy), results),
                annotations(),
                getLog());
    }

    private GitHubAnnotations annotations() {
        List<MavenProject> projects = session.getProjects();
        long modules = projects == null
                ? 1
                : projects.stream()
                        .filter(module -> !module.getPackaging().equals("pom") && BoundGoals.hasPlugin(module))
                        .count();
        return GitHubAnnotations.of(System.getenv(), project.getTestCompileSourceRoots(), (int) modules);
    }
}
