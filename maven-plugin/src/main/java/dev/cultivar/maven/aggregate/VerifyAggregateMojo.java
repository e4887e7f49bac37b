package dev.cultivar.maven.aggregate;

import dev.cultivar.maven.GoalOutput;
import dev.cultivar.maven.run.GitHubAnnotations;
import dev.cultivar.maven.run.HeldGates;
import dev.cultivar.maven.run.PolicyVerification;
import dev.cultivar.maven.run.Verification;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build if the results of any module that this one declares as a dependency miss a gate, or are missing, stale or
 * incomplete: one verdict with every breach. Each run keeps its own correction for its number of gates.
 */
@Mojo(name = "verify-aggregate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class VerifyAggregateMojo extends AbstractAggregateMojo {

    /** SHA-256 that the build's {@code cultivar-policy.yaml} must have. Not checked by default. */
    @Parameter(property = "cultivar.policy")
    private @Nullable String policy;

    /** A policy may forbid this, whatever the modules' own goals were told. */
    @Override
    void unmeasured(String why) throws MojoExecutionException, MojoFailureException {
        PolicyVerification.requireMayGoUnmeasured(
                project.getBasedir().toPath(), why, GitHubAnnotations.of(System.getenv(), List.of(), 1));
    }

    @Override
    protected void skipped() throws MojoExecutionException, MojoFailureException {
        unmeasured("this goal is skipped (cultivar.skip).");
    }

    @Override
    void perform(Map<ModuleRun, Verification.Found> found, List<String> mistakes)
            throws MojoExecutionException, MojoFailureException {
        GitHubAnnotations here = GitHubAnnotations.of(System.getenv(), List.of(), mistakes.size() + found.size());
        mistakes.stream()
                .flatMap(mistake -> here.unmeasured(List.of(mistake)).stream())
                .forEach(System.out::println);
        List<String> errors = new ArrayList<>(mistakes);
        List<String> breaches = new ArrayList<>();
        List<GateRow> gates = new ArrayList<>();
        List<SuiteInfo> suites = new ArrayList<>();
        long cells = 0;
        for (Map.Entry<ModuleRun, Verification.Found> module : found.entrySet()) {
            String name = module.getKey().name() + ": ";
            Verification.Found own = module.getValue();
            own.state().errors().forEach(error -> errors.add(name + error));
            List<String> broken = PolicyVerification.breaches(
                    module.getKey().folder(), PolicyVerification.demanded(session, policy), own.results());
            Verification.annotate(
                    own,
                    broken,
                    GitHubAnnotations.of(System.getenv(), module.getKey().sources(), found.size()));
            broken.forEach(breach -> breaches.add(name + breach));
            Verification.breaches(own.results(), own.state()).forEach(breach -> breaches.add(name + breach));
            gates.addAll(own.results().gates());
            suites.addAll(own.results().run().suites());
            cells += own.results().cells().size();
        }
        if (!errors.isEmpty()) {
            throw new MojoExecutionException(Verification.message(errors, breaches, suites, folder()));
        }
        if (!breaches.isEmpty()) {
            throw new MojoFailureException(Verification.message(List.of(), breaches, suites, folder()));
        }
        GoalOutput.say(
                getLog(),
                "Cultivar: " + HeldGates.of(gates) + " over " + Plural.of(cells, "cell") + " of "
                        + Plural.of(found.size(), "module") + ". "
                        + AccountText.answers(suites) + ".");
    }
}
