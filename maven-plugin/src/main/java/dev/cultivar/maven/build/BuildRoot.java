package dev.cultivar.maven.build;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Finds the folder of a whole build, whichever of its modules it was started for; the modules share the store there. */
public final class BuildRoot {

    private BuildRoot() {}

    /**
     * The folder of the topmost parent above the project that the build was started for; if there is no such parent, that project's own
     * folder.
     *
     * @param otherwise the folder to use where the build was started without a project
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
