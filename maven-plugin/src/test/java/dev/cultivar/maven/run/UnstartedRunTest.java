package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.maven.Injection;
import dev.cultivar.maven.MistakesException;
import dev.cultivar.maven.bridge.BridgeResult;
import dev.cultivar.maven.build.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnstartedRunTest {

    @TempDir
    Path folder;

    private MavenProject project = new MavenProject();

    private final RunMojo run = new RunMojo() {
        @Override
        protected BridgeResult call(String goal, Map<String, String> own) throws MojoExecutionException {
            throw new MistakesException(List.of("There is no planted model 'perfect-DKK'."));
        }
    };

    @BeforeEach
    void aModule() throws Exception {
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        build.setTestOutputDirectory(folder.resolve("target/test-classes").toString());
        Model model = new Model();
        model.setBuild(build);
        project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        Injection.into(run)
                .project(project)
                .session(Sessions.with(new Properties()))
                .execution(new MojoExecution(new MojoDescriptor(), "gates"))
                .output(output())
                .allure("target/allure-results");
    }

    private Path output() {
        return folder.resolve("target/cultivar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"results.json", "results.csv", "responses.jsonl", "report.html", "run.json", "TEST-it.Gate.xml"})
    void nothingOfAnEarlierRunIsThereToBeTakenForIt(String name) throws Exception {
        Files.createDirectories(output());
        Path earlier = Files.writeString(output().resolve(name), "PASS");

        assertThatThrownBy(run::execute).isInstanceOf(MojoExecutionException.class);

        assertThat(earlier).doesNotExist();
    }

    @Test
    void itsSummarySaysThatNothingWasMeasuredAndWhy() throws Exception {
        Files.createDirectories(output());
        Files.writeString(output().resolve("summary.md"), "## Cultivar: PASS");

        assertThatThrownBy(run::execute)
                .isInstanceOf(MojoExecutionException.class)
                .satisfies(failure -> assertThat(output().resolve("summary.md"))
                        .content()
                        .startsWith(
                                "## Cultivar: not measured\n\nNot measured: the run could not start. The suites cannot")
                        .contains("\n- There is no planted model 'perfect-DKK'."));
    }

    /** As where discovery failed, and only its log says so. */
    @Test
    void anEngineThatBrokeOffIsRedWhereAModuleMayHaveNoSuites() {
        RunMojo broken = new RunMojo() {
            @Override
            protected BridgeResult call(String goal, Map<String, String> own) {
                return new BridgeResult(
                        Map.of("found", 0L, "errors", List.of("Cultivar: the engine failed to discover tests")));
            }
        };
        Injection.into(broken)
                .project(project)
                .execution(new MojoExecution(new MojoDescriptor(), "gates"))
                .session(Sessions.with(new Properties()))
                .output(output())
                .allure("none")
                .failIfNoTests(false);

        assertThatThrownBy(broken::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("failed to discover tests");
    }
}
