package dev.cultivar.maven.init;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;

/**
 * Where the files of a project belong.
 *
 * @param root the project's folder, absolute
 * @param testSources folder of its test classes
 * @param testResources folder of its test resources
 * @param packageName package of the suite
 */
record Folder(Path root, Path testSources, Path testResources, String packageName) {

    private static final String DEMO = "demo";

    static Folder empty(Path root) {
        Path whole = root.toAbsolutePath().normalize();
        return new Folder(whole, whole.resolve("src/test/java"), whole.resolve("src/test/resources"), DEMO);
    }

    static Folder of(MavenProject project) {
        Folder usual = empty(project.getBasedir().toPath());
        Path sources = Optional.ofNullable(project.getBuild().getTestSourceDirectory())
                .map(usual.root()::resolve)
                .orElse(usual.testSources());
        Path resources = project.getBuild().getTestResources().stream()
                .findFirst()
                .map(FileSet::getDirectory)
                .map(usual.root()::resolve)
                .orElse(usual.testResources());
        String group = String.valueOf(project.getGroupId());
        return new Folder(usual.root(), sources, resources, SourceVersion.isName(group) ? group : DEMO);
    }

    /** A file in the suite's package. */
    Path source(String name) {
        return testSources.resolve(packageName.replace('.', '/')).resolve(name);
    }

    /** The file as a user names it: relative to the project's folder, with slashes. */
    String named(Path file) {
        return (file.startsWith(root) ? root.relativize(file) : file).toString().replace(File.separatorChar, '/');
    }
}
