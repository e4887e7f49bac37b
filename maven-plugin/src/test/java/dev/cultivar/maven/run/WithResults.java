package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.maven.Injection;
import dev.cultivar.maven.bridge.FailedLeaf;
import dev.cultivar.maven.build.Sessions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A module with one compiled suite, the results of its run and the goal that verifies them. */
abstract class WithResults {

    static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    final VerifyMojo mojo = new VerifyMojo();

    @BeforeEach
    void aModuleWithOneCompiledSuite() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test-classes"));
        Path suite = Files.writeString(classes.resolve("Gate.class"), "");
        Files.setLastModifiedTime(suite, FileTime.from(STARTED.minusSeconds(60)));
        Build build = new Build();
        build.setTestOutputDirectory(classes.toString());
        Model model = new Model();
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        Injection.into(mojo)
                .project(project)
                .session(Sessions.with(new Properties()))
                .output(output())
                .failIfNoTests(true);
        Files.createDirectories(output());
    }

    Path output() {
        return folder.resolve("cultivar");
    }

    void run(List<String> errors, List<FailedLeaf> failures) throws MojoExecutionException {
        run(errors, new TreeMap<>(), failures);
    }

    void run(List<String> errors, SortedMap<String, List<String>> unanswered, List<FailedLeaf> failures)
            throws MojoExecutionException {
        new RunState(STARTED.toString(), 2, errors, unanswered, failures, List.of()).write(output());
    }

    void results(String gates, String inconclusive) throws IOException {
        results(gates, inconclusive, file -> file);
    }

    void results(String gates, String inconclusive, UnaryOperator<String> change) throws IOException {
        String file = Verdicts.results(gates, inconclusive);
        String changed = change.apply(file);
        assertThat(changed).isNotBlank();
        Verdicts.write(output(), changed.getBytes(StandardCharsets.UTF_8));
    }

    static String gate(String verdict) {
        return Verdicts.gate(verdict);
    }
}
