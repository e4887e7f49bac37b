package dev.cultivar.maven.run;

import dev.cultivar.policy.NotMeasured;
import dev.cultivar.policy.Policy;
import dev.cultivar.policy.PolicyBreaches;
import dev.cultivar.policy.PolicyException;
import dev.cultivar.policy.PolicyFile;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Checks a module's results against the policy of its build: they may be from another time, or of only a part. */
public final class PolicyVerification {

    private PolicyVerification() {}

    /**
     * The digest that the policy must have, where one is required.
     *
     * @param given the value that Maven injects, which may be null where the command line has an empty value
     */
    public static Optional<String> demanded(MavenSession session, @Nullable String given) {
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(session.getUserProperties().getProperty(Settings.POLICY.name())));
    }

    /**
     * Where the results are looser than the policy, one line each.
     *
     * @param module the module's folder
     * @param demanded digest that the policy must have, where one is required
     * @throws MojoExecutionException where the policy cannot be used
     */
    public static List<String> breaches(Path module, Optional<String> demanded, ResultsFile results)
            throws MojoExecutionException {
        Optional<Policy> policy = policy(module);
        List<String> breaches = new ArrayList<>(PolicyBreaches.ofDemand(policy, demanded));
        if (policy.isEmpty()) {
            return breaches;
        }
        Policy found = policy.get();
        List<SuiteInfo> suites = results.run().suites();
        for (SuiteInfo suite : suites) {
            if (!suite.had(Settings.POLICY, Optional.of(found.digest()))) {
                breaches.add(suite.suite() + " was not held to the policy " + found.file() + ", which has the digest "
                        + found.digest() + ". Run cultivar:run again.");
            }
        }
        breaches.addAll(PolicyBreaches.ofRun(
                found,
                module,
                suites.stream()
                        .filter(suite -> suite.complete() && !suite.interrupted())
                        .map(SuiteInfo::suite)
                        .toList()));
        return breaches;
    }

    /**
     * Lets a build that asks no model continue, unless the policy forbids it.
     *
     * @param why the reason why nothing was measured, in one sentence
     * @param annotations printed unchanged where the policy forbids it
     * @throws MojoFailureException where the policy forbids it
     */
    public static void requireMayGoUnmeasured(Path module, String why, GitHubAnnotations annotations)
            throws MojoExecutionException, MojoFailureException {
        Optional<String> against = againstUnmeasured(module);
        if (against.isPresent()) {
            String said = why + " " + against.get();
            annotations.unmeasured(List.of(said)).forEach(System.out::println);
            throw new MojoFailureException("Not measured: " + said);
        }
    }

    /** What makes a build that asks no model red, in one sentence; empty where the build is allowed. */
    public static Optional<String> againstUnmeasured(Path module) throws MojoExecutionException {
        return policy(module)
                .filter(found -> found.notMeasured() == NotMeasured.FAIL)
                .map(found -> "The policy " + found.file() + " has not-measured: fail; run the suites.");
    }

    private static Optional<Policy> policy(Path module) throws MojoExecutionException {
        try {
            return PolicyFile.of(module);
        } catch (PolicyException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
