package dev.cultivar.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** How the build at hand can be started again, up to the properties that choose a suite, a model and a language. */
final class StartOfCommand {

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    StartOfCommand(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    String text() {
        StringBuilder command = new StringBuilder("mvn");
        // Those that the user's settings activate are active again without being named.
        List<String> profiles = session.getRequest().getActiveProfiles().stream()
                .filter(profile -> !session.getSettings().getActiveProfiles().contains(profile))
                .toList();
        if (!profiles.isEmpty()) {
            command.append(" -P").append(String.join(",", profiles));
        }
        if (session.getProjects().size() > 1 || !project.isExecutionRoot()) {
            command.append(" -pl :").append(project.getArtifactId()).append(" -am");
        }
        boolean bound = execution.getSource() == MojoExecution.Source.LIFECYCLE;
        return command.append(bound ? " verify" : " test-compile cultivar:check")
                .toString();
    }
}
