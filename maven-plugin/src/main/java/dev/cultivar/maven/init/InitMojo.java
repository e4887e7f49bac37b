package dev.cultivar.maven.init;

import dev.cultivar.maven.AbstractPlainMojo;
import dev.cultivar.maven.GoalOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes a first suite that runs: a whole project in an empty folder, the missing files in an existing project. Changes no existing file,
 * except that {@code topic} adds its settings to a {@code cultivar.yaml} of comments alone; what a {@code pom.xml} lacks is printed, and
 * in a git repository what {@code .gitignore} lacks: {@code target/} and {@code .cultivar/}, where the store keeps every answer. Writes
 * no key. Needs no project.
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public class InitMojo extends AbstractPlainMojo {

    /** What to write: {@code project}, a suite and an empty {@code cultivar.yaml}, or {@code topic}, a suite with a topic of your own. */
    @Parameter(property = "cultivar.init", defaultValue = "project")
    String init = "project";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
        Starter starter = Starter.of(init);
        boolean existing = project.getFile() != null && project.getFile().isFile();
        if (existing && project.getPackaging().equals("pom")) {
            throw new MojoExecutionException(
                    "A project with packaging pom compiles no suite. Name a module of it: mvn -f"
                            + " MODULE/pom.xml ..., or start in an empty folder.");
        }
        Folder folder = existing ? Folder.of(project) : Folder.empty(Path.of(session.getExecutionRootDirectory()));
        StarterResult written = starter.writeTo(folder);
        say("Wrote ", written.files(), ".");
        say("Already there, not changed: ", written.kept(), ".");
        List<String> added = new ArrayList<>();
        show("pom.xml", existing ? PomParts.missing(project) : "", added);
        show("cultivar.yaml", written.missingSettings(), added);
        // Suites also run without these entries.
        show(".gitignore", GitIgnore.of(folder.root()).lines(), new ArrayList<>());
        GoalOutput.say(
                getLog(),
                (added.isEmpty() ? "Next: " : "After adding this to " + String.join(" and ", added) + ": ")
                        + starter.next());
    }

    private void say(String start, List<String> files, String end) {
        if (!files.isEmpty()) {
            GoalOutput.say(getLog(), start + String.join(", ", files) + end);
        }
    }

    /** Does not use the log: the text is there to be copied. */
    private void show(String file, String text, List<String> added) {
        if (!text.isEmpty()) {
            GoalOutput.say(getLog(), "Add to " + file + ":");
            text.lines().forEach(System.out::println);
            added.add(file);
        }
    }
}
