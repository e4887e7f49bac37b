package dev.cultivar.maven.build;

import dev.cultivar.text.Markdown;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** A build that skips its tests, by the properties of Surefire and Failsafe. It asks no model, and nothing may look as if it had. */
public enum SkippedBuild {
    NOT_RUN("skipTests", "the tests of this build are skipped"),
    NOT_COMPILED("maven.test.skip", "the tests of this build, and with them its suites, are neither compiled nor run");

    private final String property;
    private final String what;

    SkippedBuild(String property, String what) {
        this.property = property;
        this.what = what;
    }

    /** What the command line says, else Maven's own environment, else the project; empty where the tests run. */
    public static Optional<SkippedBuild> of(MavenSession session, MavenProject project) {
        return Stream.of(NOT_COMPILED, NOT_RUN)
                .filter(skipped -> Boolean.parseBoolean(value(
                        skipped.property,
                        session.getUserProperties(),
                        session.getSystemProperties(),
                        project.getProperties())))
                .findFirst();
    }

    private static String value(String property, Properties... from) {
        return Stream.of(from)
                .map(properties -> properties.getProperty(property))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("false");
    }

    /** Why nothing was measured, in one line. */
    public String why() {
        return what + " (" + property + "), so no model was asked and no gate was decided.";
    }

    /**
     * Replaces an earlier run's summary, which would look like this one's.
     *
     * @param against what makes such a build red, in one sentence; empty where it may be green
     */
    public void summarise(Path output, Optional<String> against) throws MojoExecutionException {
        UnmeasuredSummary.summarise(
                output,
                why()
                        + against.map(text -> "\n\nThe build is red: " + Markdown.text(text))
                                .orElse(""));
    }
}
