package dev.cultivar.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.maven.bridge.OwnPlatform;
import dev.cultivar.maven.bridge.PlatformBridge;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.internal.impl.DefaultRepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassPathTest {

    private static final String PLATFORM = "org.junit.platform";

    @TempDir
    Path folder;

    @Test
    void aPlatformOfWhichOnePartIsTooOldIsReplacedWhole() throws Exception {
        Artifact engine = artifact(PLATFORM, "junit-platform-engine", "1.13.4");
        Artifact commons = artifact(PLATFORM, "junit-platform-commons", "1.11.4");

        assertThat(urls(engine, commons))
                .containsAll(OwnPlatform.jars())
                .doesNotContain(url(engine.getFile()), url(commons.getFile()));
    }

    @Test
    void oneThatIsNewEnoughIsTheProjectsOwn() throws Exception {
        Artifact engine = artifact(PLATFORM, "junit-platform-engine", "1.13.4");
        Artifact commons = artifact(PLATFORM, "junit-platform-commons", "1.13.4");
        Artifact launcher = artifact(PLATFORM, "junit-platform-launcher", "1.13.4");

        assertThat(urls(engine, commons, launcher))
                .contains(url(engine.getFile()), url(commons.getFile()), url(launcher.getFile()))
                .doesNotContainAnyElementsOf(OwnPlatform.jars());
    }

    @SuppressWarnings("deprecation") // as Maven itself makes it
    private List<URL> urls(Artifact... platform) throws Exception {
        MavenProject project = new MavenProject();
        Build build = new Build();
        build.setOutputDirectory(folder.resolve("classes").toString());
        build.setTestOutputDirectory(folder.resolve("test-classes").toString());
        project.setBuild(build);
        Set<Artifact> artifacts = new LinkedHashSet<>(List.of(platform));
        artifacts.add(artifact("dev.cultivar", "cultivar-junit-engine", "1"));
        project.setArtifacts(artifacts);
        MavenSession session = new MavenSession(
                null,
                MavenRepositorySystemUtils.newSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        try (URLClassLoader loader =
                new ProjectClassPath(project, session, new DefaultRepositorySystem()).open(PlatformBridge.class)) {
            return List.of(loader.getURLs());
        }
    }

    private Artifact artifact(String group, String name, String version) {
        DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
        handler.setAddedToClasspath(true);
        Artifact artifact = new DefaultArtifact(group, name, version, Artifact.SCOPE_TEST, "jar", null, handler);
        artifact.setFile(folder.resolve(name + "-" + version + ".jar").toFile());
        return artifact;
    }

    private static URL url(File file) throws Exception {
        return file.toURI().toURL();
    }
}
