package dev.cultivar.maven.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.maven.run.RunNote;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredModulesTest {

    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> mistakes = new ArrayList<>();
    private final List<MavenProject> reactor = new ArrayList<>();

    @Test
    void theRunsOfTheDeclaredModulesAreFoundWhereverTheyWrote() throws Exception {
        MavenProject one = module("one", "default");
        note(one, "default", "target/elsewhere");
        MavenProject two = module("two", "default");
        note(two, "default", "target/cultivar");

        List<ModuleRun> runs = of(aggregator("one", "two")).runs(mistakes);

        assertThat(mistakes).isEmpty();
        assertThat(runs).extracting(ModuleRun::name).containsExactly("one", "two");
        assertThat(runs.get(0).output()).isEqualTo(folder.resolve("one/target/elsewhere"));
        assertThat(runs).extracting(ModuleRun::notBefore).containsOnly(Optional.of(STARTED));
    }

    @Test
    void aModuleThatDidNotRunIsAMistake() throws Exception {
        module("one", "default");
        module("two");

        assertThat(of(aggregator("one", "two")).runs(mistakes)).isEmpty();
        assertThat(mistakes)
                .satisfiesExactly(
                        mistake -> assertThat(mistake).contains("Module one has no results of its execution default"),
                        mistake ->
                                assertThat(mistake).contains("Module two has no results: no cultivar:run ran in it"));
    }

    @Test
    void aModuleThatHasNoSuitesMayBeNamed() throws Exception {
        note(module("one", "default"), "default", "target/cultivar");
        module("support");

        assertThat(of(aggregator("one", "support"), "support").runs(mistakes)).hasSize(1);
        assertThat(mistakes).isEmpty();
    }

    @Test
    void aNameThatIsNoDependencyIsAMistake() throws Exception {
        note(module("one", "default"), "default", "target/cultivar");

        of(aggregator("one"), "suport").runs(mistakes);

        assertThat(mistakes).singleElement().asString().contains("names suport, which is not a dependency");
    }

    @Test
    void aDependencyOfTheGroupThatIsNotBuiltIsAMistakeAndALibraryIsNone() throws Exception {
        note(module("one", "default"), "default", "target/cultivar");
        MavenProject all = aggregator("one", "gone");
        all.getDependencies().add(dependency("org.example.library", "library"));

        of(all).runs(mistakes);

        assertThat(mistakes).singleElement().asString().contains("Dependency gone is not a module of this build");
    }

    @Test
    void nothingDeclaredIsAMistake() {
        of(aggregator()).runs(mistakes);

        assertThat(mistakes).singleElement().asString().contains("there is nothing to aggregate");
    }

    @Test
    void everyExecutionOfAModuleCountsAndWhatWasTriedByHandDoesNot() throws Exception {
        MavenProject one = module("one", "fast", "slow");
        note(one, "fast", "target/fast");
        note(one, "slow", "target/slow");
        note(one, "default-cli", "target/tried");

        assertThat(of(aggregator("one")).runs(mistakes))
                .extracting(ModuleRun::name)
                .containsExactly("one.fast", "one.slow");
        assertThat(mistakes).isEmpty();
    }

    @Test
    void resultsOfAnExecutionThatIsNoMoreAreAMistake() throws Exception {
        MavenProject one = module("one", "new");
        note(one, "new", "target/cultivar");
        note(one, "old", "target/old");

        of(aggregator("one")).runs(mistakes);

        assertThat(mistakes).singleElement().asString().contains("execution old that its pom no longer has");
    }

    @Test
    void aModuleWithSuitesThatIsNotDeclaredIsNamed() throws Exception {
        note(module("one", "default"), "default", "target/cultivar");
        module("two", "default");

        assertThat(of(aggregator("one")).forgotten()).containsExactly("two");
    }

    /** Its own {@code run} is green whatever its gates say. */
    @Test
    void aModuleWithSuitesThatNobodyVerifiesIsAMistake() throws Exception {
        note(module("one", "default"), "default", "target/cultivar");
        module("two", "default");
        MavenProject three = module("three", "default");
        three.getPlugin("dev.cultivar:cultivar-maven-plugin")
                .getExecutions()
                .get(0)
                .addGoal("verify");

        assertThat(of(aggregator("one")).unverified())
                .singleElement()
                .asString()
                .startsWith("Module two runs suites that nothing verifies. Declare it as a dependency of all");
    }

    private DeclaredModules of(MavenProject all, String... without) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setStartTime(Date.from(STARTED));
        MavenSession session = session(request);
        session.setAllProjects(reactor);
        session.setProjects(reactor);
        return new DeclaredModules(all, session, List.of(without), true);
    }

    @SuppressWarnings("deprecation") // as Maven itself makes it
    private static MavenSession session(DefaultMavenExecutionRequest request) {
        return new MavenSession(null, (RepositorySystemSession) null, request, null);
    }

    private MavenProject aggregator(String... dependencies) {
        MavenProject all = project("all");
        for (String name : dependencies) {
            all.getDependencies().add(dependency("org.example", name));
        }
        return all;
    }

    private static Dependency dependency(String group, String name) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(group);
        dependency.setArtifactId(name);
        dependency.setVersion("1");
        return dependency;
    }

    private MavenProject module(String name, String... executions) throws IOException {
        MavenProject module = project(name);
        if (executions.length > 0) {
            Plugin plugin = new Plugin();
            plugin.setGroupId("dev.cultivar");
            plugin.setArtifactId("cultivar-maven-plugin");
            for (String id : executions) {
                PluginExecution execution = new PluginExecution();
                execution.setId(id);
                execution.addGoal("run");
                plugin.addExecution(execution);
            }
            module.getBuild().addPlugin(plugin);
        }
        Files.createDirectories(folder.resolve(name).resolve("target"));
        return module;
    }

    private MavenProject project(String name) {
        Build build = new Build();
        build.setDirectory(folder.resolve(name).resolve("target").toString());
        build.setTestOutputDirectory(
                folder.resolve(name).resolve("target/test-classes").toString());
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(name);
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(new File(folder.resolve(name).toFile(), "pom.xml"));
        reactor.add(project);
        return project;
    }

    private void note(MavenProject module, String execution, String output) throws Exception {
        Path base = module.getBasedir().toPath();
        RunNote.write(base.resolve("target"), execution, base, base.resolve(output), Optional.empty());
    }
}
