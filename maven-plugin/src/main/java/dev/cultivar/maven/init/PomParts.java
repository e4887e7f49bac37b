package dev.cultivar.maven.init;

import dev.cultivar.results.provenance.RunEnvironment;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** What a {@code pom.xml} needs: a release of Java, the engine as a test dependency, and the goals that run and verify. */
final class PomParts {

    private static final String GROUP = "dev.cultivar";

    private static final String RELEASE =
            "<properties>\n  <maven.compiler.release>17</maven.compiler.release>\n</properties>\n";

    private PomParts() {}

    /** The pom of a new project. */
    static String wholePom() {
        return Template.read("pom.xml")
                .replace("@dependency@\n", dependency().indent(4))
                .replace("@compiler@\n", compiler().indent(6))
                .replace("@plugin@\n", plugin().indent(6));
    }

    /** What the project lacks, ready to be copied into its pom; empty where it lacks nothing. */
    static String missing(MavenProject project) {
        boolean engine = project.getDependencies().stream()
                .anyMatch(
                        dependency -> is(dependency.getGroupId(), dependency.getArtifactId(), "cultivar-junit-engine"));
        boolean plugin = project.getBuildPlugins().stream()
                .anyMatch(each -> is(each.getGroupId(), each.getArtifactId(), "cultivar-maven-plugin"));
        boolean java = saysWhichJava(project);
        String plugins = (java ? "" : compiler().indent(4)) + (plugin ? "" : plugin().indent(4));
        return Stream.of(
                        java ? "" : RELEASE,
                        engine ? "" : "<dependencies>\n" + dependency().indent(2) + "</dependencies>\n",
                        plugins.isEmpty() ? "" : "<build>\n  <plugins>\n" + plugins + "  </plugins>\n</build>\n")
                .reduce("", String::concat);
    }

    /** Unless told otherwise, an older Maven's compiler plugin compiles for Java 5, which JDK 17 refuses. */
    private static boolean saysWhichJava(MavenProject project) {
        return Stream.of("release", "source")
                .anyMatch(level -> project.getProperties().containsKey("maven.compiler." + level)
                        || project.getBuildPlugins().stream()
                                .filter(each -> each.getArtifactId().equals("maven-compiler-plugin"))
                                .anyMatch(each ->
                                        String.valueOf(each.getConfiguration()).contains("<" + level + ">")));
    }

    private static boolean is(String group, String artifact, String wanted) {
        return GROUP.equals(group) && wanted.equals(artifact);
    }

    private static String dependency() {
        return part("dependency.xml");
    }

    private static String compiler() {
        return part("compiler.xml");
    }

    private static String plugin() {
        return part("plugin.xml");
    }

    private static String part(String name) {
        return Template.read(name).replace("@version@", RunEnvironment.cultivarVersion());
    }
}
