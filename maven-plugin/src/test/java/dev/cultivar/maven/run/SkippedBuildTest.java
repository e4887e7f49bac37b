package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.maven.Injection;
import dev.cultivar.maven.build.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A goal that ran suites in these tests would fail, as the module has no class path. */
class SkippedBuildTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"skipTests", "maven.test.skip"})
    void aBuildThatSkipsItsTestsAsksNobodyAndSaysThatNothingWasMeasured(String property) throws Exception {
        Path earlier = Files.createDirectories(folder.resolve("cultivar")).resolve("results.json");
        Files.writeString(earlier, "{}");
        MavenSession session = Sessions.with(property, "true");

        mojo(new RunMojo(), session).execute();
        assertThat(warnings).isEmpty();
        mojo(new VerifyMojo(), session).execute();

        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("not measured", "(" + property + ")", "no gate was decided");
        assertThat(Files.readString(folder.resolve("cultivar/summary.md")))
                .startsWith("## Cultivar: not measured\n")
                .contains("(" + property + ")")
                .doesNotContain("The build is red");
        assertThat(earlier).doesNotExist();
    }

    /** Where {@code verify} is left to another module, nothing else of this one would say so. */
    @Test
    void runAloneIsRedWhereAPolicyForbidsIt() throws Exception {
        Files.writeString(folder.resolve("cultivar-policy.yaml"), "not-measured: fail");

        assertThatThrownBy(mojo(new RunMojo(), Sessions.with("skipTests", "true"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("has not-measured: fail");
        assertThat(Files.readString(folder.resolve("cultivar/summary.md")))
                .contains("(skipTests)", "\n\nThe build is red: The policy ", "; run the suites");
    }

    @Test
    void oneGoalForBothWarnsOnce() throws Exception {
        mojo(new CheckMojo(), Sessions.with("skipTests", "true")).execute();

        assertThat(warnings).hasSize(1);
    }

    @Test
    void suitesThatWereNotCompiledAreNotSaidToBeMissing() throws Exception {
        mojo(new CheckMojo(), Sessions.with("maven.test.skip", "true")).execute();

        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("neither compiled nor run")
                .doesNotContain("@CulturalSuite");
    }

    @Test
    void theCommandLineComesBeforeTheProject() {
        MavenSession session = Sessions.with("skipTests", "false");
        VerifyMojo mojo = mojo(new VerifyMojo(), session);
        Properties ofProject = new Properties();
        ofProject.setProperty("skipTests", "true");
        Injection.into(mojo).project(project(ofProject));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("are missing");
    }

    @Test
    void aProjectMaySkipItsTestsToo() throws Exception {
        VerifyMojo mojo = mojo(new VerifyMojo(), Sessions.with(new Properties()));
        Properties ofProject = new Properties();
        ofProject.setProperty("skipTests", "true");
        Injection.into(mojo).project(project(ofProject));

        mojo.execute();

        assertThat(warnings).hasSize(1);
    }

    private <T extends AbstractRunMojo> T mojo(T mojo, MavenSession session) {
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        });
        Injection.into(mojo)
                .project(project(new Properties()))
                .session(session)
                .output(folder.resolve("cultivar"))
                .allure("none")
                .failIfNoTests(true);
        return mojo;
    }

    private MavenProject project(Properties properties) {
        Build build = new Build();
        build.setTestOutputDirectory(folder.resolve("test-classes").toString());
        Model model = new Model();
        model.setBuild(build);
        model.setProperties(properties);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        return project;
    }
}
