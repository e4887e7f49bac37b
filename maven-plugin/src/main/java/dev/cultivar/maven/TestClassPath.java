package dev.cultivar.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * The project's test class path with a JUnit Platform launcher of the same version as its platform.
 *
 * @param elements folders and jars, in order
 */
record TestClassPath(List<String> elements) {

    private static final String PLATFORM = "org.junit.platform";
    private static final String LAUNCHER = "junit-platform-launcher";

    TestClassPath {
        elements = List.copyOf(elements);
    }

    static TestClassPath of(MavenProject project, MavenSession session, RepositorySystem repositories)
            throws MojoExecutionException, DependencyResolutionRequiredException {
        if (find(project, "dev.cultivar", "cultivar-junit-engine").isEmpty()) {
            throw new MojoExecutionException("dev.cultivar:cultivar-junit-engine is not on the test class path of "
                    + project.getArtifactId() + "; add it with scope test.");
        }
        List<String> elements = new ArrayList<>(project.getTestClasspathElements());
        if (find(project, PLATFORM, LAUNCHER).isEmpty()) {
            Artifact platform = find(project, PLATFORM, "junit-platform-engine")
                    .orElseThrow(() -> new MojoExecutionException(
                            "org.junit.platform:junit-platform-engine is not on the test class path of "
                                    + project.getArtifactId() + "; do not exclude it from cultivar-junit-engine."));
            elements.add(launcher(project, session, repositories, platform.getVersion())
                    .getPath());
        }
        return new TestClassPath(elements);
    }

    private static Optional<Artifact> find(MavenProject project, String group, String name) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals(group)
                        && artifact.getArtifactId().equals(name))
                .findFirst();
    }

    private static File launcher(
            MavenProject project, MavenSession session, RepositorySystem repositories, String version)
            throws MojoExecutionException {
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(PLATFORM, LAUNCHER, "jar", version), project.getRemoteProjectRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    PLATFORM + ":" + LAUNCHER + ":" + version
                            + " cannot be resolved; add it to the project with scope test, or build once online: "
                            + e.getMessage(),
                    e);
        }
    }
}
