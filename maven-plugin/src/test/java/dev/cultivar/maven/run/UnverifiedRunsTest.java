package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Two executions of {@code run} in one module: {@code verify} must see what each of them measured. */
class UnverifiedRunsTest {

    private static final Path FAST = Path.of("target/fast");
    private static final Path SLOW = Path.of("target/slow");

    private final MavenProject module = new MavenProject(new Model());

    @Test
    void aRunDoesNotTakeThePlaceOfOneThatNobodyHasVerified() throws Exception {
        runs().begin(FAST, "fast");

        assertThatThrownBy(() -> runs().begin(Path.of("target/./fast"), "slow"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("execution fast of cultivar:run in target", "would take their place")
                .hasMessageContaining("cultivar.output of its own");
    }

    @Test
    void onceItIsVerifiedAnotherMay() throws Exception {
        binds("verify");
        runs().begin(FAST, "fast");
        runs().verified(FAST);
        runs().requireALookAtEach();

        assertThatCode(() -> runs().begin(FAST, "slow")).doesNotThrowAnyException();
    }

    @Test
    void oneVerifyForTwoRunsIsRedAndNamesTheOther() throws Exception {
        binds("verify");
        runs().begin(FAST, "fast");
        runs().begin(SLOW, "slow");
        runs().verified(FAST);

        assertThatThrownBy(() -> runs().requireALookAtEach())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Nothing verifies the results of the execution slow of cultivar:run in ");
    }

    @Test
    void oneVerifyForEachIsNot() throws Exception {
        binds("verify", "verify");
        runs().begin(FAST, "fast");
        runs().begin(SLOW, "slow");
        runs().verified(FAST);
        runs().requireALookAtEach();
        runs().verified(SLOW);

        assertThatCode(() -> runs().requireALookAtEach()).doesNotThrowAnyException();
    }

    /** By name on the command line, nothing is bound. */
    @Test
    void oneRunAndOneVerifyByNameAreEnough() throws Exception {
        runs().begin(FAST, "default-cli");
        runs().verified(FAST);

        assertThatCode(() -> runs().requireALookAtEach()).doesNotThrowAnyException();
    }

    /** Each goal of a build makes its own. */
    private UnverifiedRuns runs() {
        return new UnverifiedRuns(module);
    }

    private void binds(String... goals) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.cultivar");
        plugin.setArtifactId("cultivar-maven-plugin");
        for (String goal : goals) {
            PluginExecution execution = new PluginExecution();
            execution.setId(goal + plugin.getExecutions().size());
            execution.addGoal(goal);
            plugin.addExecution(execution);
        }
        module.getModel().setBuild(new Build());
        module.getBuild().addPlugin(plugin);
    }
}
