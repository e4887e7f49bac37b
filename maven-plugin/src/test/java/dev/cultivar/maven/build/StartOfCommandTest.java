package dev.cultivar.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

class StartOfCommandTest {

    private final MavenProject module = new MavenProject();

    @Test
    void aProfileThatTheBuildWasStartedWithIsNamedAndOneOfTheUsersSettingsIsNot() {
        module.setArtifactId("suite");
        module.setExecutionRoot(true);
        module.setInjectedProfileIds("org.example:parent:1", List.of("sample", "on-this-machine"));
        module.setInjectedProfileIds("external", List.of("mine"));

        assertThat(start(MojoExecution.Source.LIFECYCLE, "mine", "sample")).isEqualTo("mvn -Psample verify");
        assertThat(start(MojoExecution.Source.CLI)).isEqualTo("mvn test-compile cultivar:check");
    }

    @Test
    void aModuleOfManyIsNamedWithWhatItNeeds() {
        module.setArtifactId("suite");

        assertThat(start(MojoExecution.Source.LIFECYCLE)).isEqualTo("mvn -pl :suite -am verify");
    }

    @SuppressWarnings("deprecation") // Maven offers no other way to a session of a test's own
    private String start(MojoExecution.Source source, String... profiles) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setActiveProfiles(List.of(profiles));
        MavenSession session =
                new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(module));
        return new StartOfCommand(session, module, new MojoExecution(new MojoDescriptor(), "default", source)).text();
    }
}
