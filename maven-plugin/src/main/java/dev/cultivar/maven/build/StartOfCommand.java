package dev.cultivar.maven.build;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** How to start this build again, up to the properties that choose a suite, a model and a language. */
public final class StartOfCommand {

    /** What Maven gives as the source of a profile that does not come from a pom. */
    private static final String SETTINGS = "external";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    public StartOfCommand(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    public String text() {
        StringBuilder command = new StringBuilder("mvn");
        Set<String> ofPoms = profilesOfPoms();
        List<String> profiles = session.getRequest().getActiveProfiles().stream()
                .filter(ofPoms::contains)
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

    /** Profiles from the user's settings are active again without being named, and do not exist elsewhere. */
    private Set<String> profilesOfPoms() {
        return session.getProjects().stream()
                .flatMap(module -> module.getInjectedProfileIds().entrySet().stream())
                .filter(source -> !source.getKey().equals(SETTINGS))
                .flatMap(source -> source.getValue().stream())
                .collect(Collectors.toSet());
    }
}
