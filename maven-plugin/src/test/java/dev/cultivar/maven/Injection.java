package dev.cultivar.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Sets what Maven would inject into a goal. */
public final class Injection {

    private final AbstractSuiteMojo mojo;

    private Injection(AbstractSuiteMojo mojo) {
        this.mojo = mojo;
    }

    public static Injection into(AbstractSuiteMojo mojo) {
        return new Injection(mojo);
    }

    public Injection project(MavenProject project) {
        mojo.project = project;
        return this;
    }

    /** A session with the properties of a command line. */
    public Injection session(MavenSession session) {
        mojo.session = session;
        return this;
    }

    public Injection execution(MojoExecution execution) {
        mojo.execution = execution;
        return this;
    }

    public Injection output(Path folder) {
        mojo.output = folder.toFile();
        return this;
    }

    public Injection suites(String... names) {
        mojo.suites = List.of(names);
        return this;
    }

    public Injection allure(String folder) {
        mojo.allure = folder;
        return this;
    }

    public Injection failIfNoTests(boolean fail) {
        mojo.failIfNoTests = fail;
        return this;
    }

    public Injection skip() {
        mojo.skip = true;
        return this;
    }
}
