package dev.cultivar.maven.build;

import dev.cultivar.report.RunReports;
import dev.cultivar.report.markdown.SummaryMarkdown;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Joined results of an earlier build. If this build ended before it joined its modules, they would be taken for its own. */
public final class JoinedReports {

    private static final Set<String> JOINING = Set.of("report-aggregate", "verify-aggregate");
    private static final String OUTPUT = "cultivar.aggregate.output";

    private JoinedReports() {}

    /**
     * Removes them where this build is going to join the module's results.
     *
     * @param module the module whose suites are about to run; modules that join its results come later
     */
    public static void forget(MavenSession session, MavenProject module) throws MojoExecutionException {
        for (MavenProject joining : Optional.ofNullable(session.getProjects()).orElse(List.of())) {
            boolean joins = !BoundGoals.of(joining, JOINING).isEmpty()
                    && joining.getDependencies().stream()
                            .anyMatch(each -> each.getGroupId().equals(module.getGroupId())
                                    && each.getArtifactId().equals(module.getArtifactId()));
            if (joins) {
                forget(folder(session, joining));
            }
        }
    }

    /** Synchronised, because modules may start at the same time. */
    private static synchronized void forget(Path folder) throws MojoExecutionException {
        if (Files.exists(folder.resolve(SummaryMarkdown.NAME))) {
            new RunReports(folder, Optional.empty()).clear();
            UnmeasuredSummary.summarise(folder, "the build has not reached the goal that joins its modules.");
        }
    }

    private static Path folder(MavenSession session, MavenProject joining) {
        String named = Stream.of(session.getUserProperties(), joining.getProperties())
                .flatMap(properties -> Stream.ofNullable(properties.getProperty(OUTPUT)))
                .findFirst()
                .orElse(joining.getBuild().getDirectory() + File.separator + "cultivar-aggregate");
        return joining.getBasedir().toPath().toAbsolutePath().resolve(named);
    }
}
