package dev.cultivar.maven.init;

import dev.cultivar.results.provenance.RunEnvironment;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** What a {@code pom.xml} needs: the engine as a test dependency, and the goals that run and verify. */
final class PomParts {

    private static final String GROUP = "dev.cultivar";

    private PomParts() {}

    /** The pom of a new project. */
    static String wholePom() {
        return Template.read("pom.xml")
                .replace("@dependency@\n", dependency().indent(4))
                .replace("@plugin@\n", plugin().indent(6));
    }

    /** What the project lacks, to be copied into its pom; empty where it lacks nothing. */
    static String missing(MavenProject project) {
        boolean engine = project.getDependencies().stream()
                .anyMatch(
                        dependency -> is(dependency.getGroupId(), dependency.getArtifactId(), "cultivar-junit-engine"));
        boolean plugin = project.getBuildPlugins().stream()
                .anyMatch(each -> is(each.getGroupId(), each.getArtifactId(), "cultivar-maven-plugin"));
        return Stream.of(
                        engine ? "" : "<dependencies>\n" + dependency().indent(2) + "</dependencies>\n",
                        plugin ? "" : "<build>\n  <plugins>\n" + plugin().indent(4) + "  </plugins>\n</build>\n")
                .reduce("", String::concat);
    }

    private static boolean is(String group, String artifact, String wanted) {
        return GROUP.equals(group) && wanted.equals(artifact);
    }

    private static String dependency() {
        return part("dependency.xml");
    }

    private static String plugin() {
        return part("plugin.xml");
    }

    private static String part(String name) {
        return Template.read(name).replace("@version@", RunEnvironment.cultivarVersion());
    }
}
