package dev.cultivar.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that a module ends early does not come to the module that joins all results. */
class JoinedReportsTest {

    @TempDir
    Path folder;

    private Path summary;

    @BeforeEach
    void anEarlierBuildJoinedItsModules() throws IOException {
        Path joined = Files.createDirectories(folder.resolve("all/target/cultivar-aggregate"));
        summary = Files.writeString(joined.resolve("summary.md"), "## Cultivar: PASS");
        Files.writeString(joined.resolve("results.json"), "{}");
    }

    @Test
    void whatAnEarlierBuildJoinedIsGoneOnceAModuleRuns() throws Exception {
        MavenProject one = project("one");

        JoinedReports.forget(build(one, all("one")), one);

        assertThat(summary)
                .content()
                .startsWith("## Cultivar: not measured\n\nNot measured: the build has not reached the goal that joins");
        assertThat(summary.resolveSibling("results.json")).doesNotExist();
    }

    /** It may be done before this module, or take no part in this build. */
    @Test
    void whatIsJoinedOfOtherModulesStays() throws Exception {
        MavenProject one = project("one");

        JoinedReports.forget(build(one, all("two")), one);
        JoinedReports.forget(build(one), one);

        assertThat(summary).hasContent("## Cultivar: PASS");
    }

    private static MavenSession build(MavenProject... modules) {
        MavenSession session = Sessions.with(new Properties());
        session.setProjects(List.of(modules));
        return session;
    }

    private MavenProject all(String dependency) {
        MavenProject all = project("all");
        Dependency joined = new Dependency();
        joined.setGroupId("org.example");
        joined.setArtifactId(dependency);
        all.getDependencies().add(joined);
        PluginExecution execution = new PluginExecution();
        execution.addGoal("verify-aggregate");
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.cultivar");
        plugin.setArtifactId("cultivar-maven-plugin");
        plugin.addExecution(execution);
        all.getBuild().addPlugin(plugin);
        return all;
    }

    private MavenProject project(String name) {
        Build build = new Build();
        build.setDirectory(folder.resolve(name).resolve("target").toString());
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(name);
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve(name).resolve("pom.xml").toFile());
        return project;
    }
}
