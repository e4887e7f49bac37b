package dev.cultivar.maven.build;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The folder of a whole build, whichever of its modules it was started for: there is the store that they share. */
public final class BuildRoot {

    private BuildRoot() {}

    /**
     * The folder of the topmost parent that lies above the project which the build was started for; that project's own, where there is
     * none.
     *
     * @param otherwise where the build was started for no project
     */
    public static Path of(MavenSession session, File otherwise) {
        MavenProject top = session.getTopLevelProject();
        if (top == null || top.getBasedir() == null) {
            return otherwise.toPath().toAbsolutePath().normalize();
        }
        Path root = folder(top);
        for (MavenProject parent = top.getParent();
                parent != null && parent.getBasedir() != null && root.startsWith(folder(parent));
                parent = parent.getParent()) {
            root = folder(parent);
        }
        return root;
    }

    private static Path folder(MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }
}
