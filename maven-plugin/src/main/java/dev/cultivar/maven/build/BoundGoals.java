package dev.cultivar.maven.build;

import java.util.List;
import java.util.Set;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** Goals of this plugin that a module's build file binds to its lifecycle. */
public final class BoundGoals {

    private static final String PLUGIN = "dev.cultivar:cultivar-maven-plugin";

    private BoundGoals() {}

    /** Whether the module's build file has this plugin. */
    public static boolean hasPlugin(MavenProject module) {
        return module.getPlugin(PLUGIN) != null;
    }

    /** Ids of the executions that include one of the goals. */
    public static List<String> of(MavenProject module, Set<String> goals) {
        if (!hasPlugin(module)) {
            return List.of();
        }
        return module.getPlugin(PLUGIN).getExecutions().stream()
                .filter(execution -> execution.getGoals().stream().anyMatch(goals::contains))
                .filter(execution -> !"none".equals(execution.getPhase()))
                .map(PluginExecution::getId)
                .toList();
    }
}
