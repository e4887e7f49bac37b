package dev.cultivar.maven.build;

import dev.cultivar.maven.bridge.OwnPlatform;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * A project's test class path, prepared for the JUnit Platform. If it has no launcher, the one with the version of its platform engine is
 * added. If its platform is too old, this plugin's own takes its place.
 */
public final class ProjectClassPath {

    private static final String PLATFORM = "org.junit.platform";

    private static final DefaultArtifactVersion LEAST_PLATFORM = new DefaultArtifactVersion("1.13");

    private final MavenProject project;
    private final MavenSession session;
    private final RepositorySystem repositories;

    public ProjectClassPath(MavenProject project, MavenSession session, RepositorySystem repositories) {
        this.project = project;
        this.session = session;
        this.repositories = repositories;
    }

    /**
     * A separate class loader, which sees nothing of Maven and shares only the store's database library with other modules.
     *
     * @param bridge a class of this plugin that runs inside it
     * @throws MojoExecutionException where the project lacks the engine, or the launcher cannot be resolved
     */
    public URLClassLoader open(Class<?> bridge) throws MojoExecutionException {
        requireEngine();
        boolean old = isOld();
        List<URL> urls = new ArrayList<>();
        if (old) {
            urls.addAll(OwnPlatform.jars());
        }
        try {
            for (String element : project.getTestClasspathElements()) {
                if (!old || !isPlatform(element)) {
                    urls.add(url(new File(element)));
                }
            }
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The test class path is not resolved: " + e.getMessage(), e);
        }
        if (!old && artifact(PLATFORM, "junit-platform-launcher").isEmpty()) {
            urls.add(url(launcher()));
        }
        urls.add(bridge.getProtectionDomain().getCodeSource().getLocation());
        return new URLClassLoader("cultivar", urls.toArray(URL[]::new), new SharedInBuild(session).sqlite());
    }

    /**
     * Whether any part of the platform is too old: a project's own JUnit may decide the version of one part and leave another to the
     * engine.
     */
    private boolean isOld() throws MojoExecutionException {
        Stream<String> versions = project.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals(PLATFORM))
                .map(Artifact::getVersion);
        return Stream.concat(Stream.of(platform()), versions)
                .anyMatch(version -> new DefaultArtifactVersion(version).compareTo(LEAST_PLATFORM) < 0);
    }

    private void requireEngine() throws MojoExecutionException {
        if (artifact("dev.cultivar", "cultivar-junit-engine").isEmpty()) {
            throw new MojoExecutionException("Project " + project.getArtifactId()
                    + " has no dependency on dev.cultivar:cultivar-junit-engine; add it with scope test.");
        }
    }

    private Optional<Artifact> artifact(String group, String name) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals(group)
                        && artifact.getArtifactId().equals(name))
                .findFirst();
    }

    private boolean isPlatform(String element) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals(PLATFORM)
                        || artifact.getGroupId().equals("org.opentest4j"))
                .anyMatch(artifact -> new File(element).equals(artifact.getFile()));
    }

    /** Version of the project's platform. */
    private String platform() throws MojoExecutionException {
        return artifact(PLATFORM, "junit-platform-engine")
                .map(Artifact::getVersion)
                .orElseThrow(() -> new MojoExecutionException(
                        "The test class path has no org.junit.platform:junit-platform-engine; is it excluded"
                                + " somewhere?"));
    }

    private File launcher() throws MojoExecutionException {
        String version = platform();
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(PLATFORM, "junit-platform-launcher", "jar", version),
                project.getRemoteProjectRepositories(),
                null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "The JUnit launcher " + version
                            + " cannot be resolved; add org.junit.platform:junit-platform-launcher:" + version
                            + " as a test dependency.",
                    e);
        }
    }

    private static URL url(File file) throws MojoExecutionException {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new MojoExecutionException("The class path element " + file + " has no address.", e);
        }
    }
}
