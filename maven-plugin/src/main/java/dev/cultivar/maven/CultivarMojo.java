package dev.cultivar.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share. */
abstract class CultivarMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @Nullable
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @Nullable
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @Nullable
    MojoExecution execution;

    /** Does nothing. */
    @Parameter(property = "cultivar.skip", defaultValue = "false")
    boolean skip;

    /** Folder of the results. */
    @Parameter(property = "cultivar.output", defaultValue = "${project.build.directory}/cultivar")
    @Nullable
    File output;

    /** Folder of Allure results, or {@code none}. */
    @Parameter(property = "cultivar.allure.results", defaultValue = "${project.build.directory}/allure-results")
    @Nullable
    String allure;

    /** Folder with the compiled suites. */
    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
    @Nullable
    File testClasses;

    /** Models to ask, by name; overrides suites and {@code cultivar.yaml}. */
    @Parameter(property = "cultivar.models")
    @Nullable
    List<String> models;

    /** Languages to ask in; overrides suites and {@code cultivar.yaml}. */
    @Parameter(property = "cultivar.languages")
    @Nullable
    List<String> languages;

    /** Responses per model and language; overrides suites and {@code cultivar.yaml}. */
    @Parameter(property = "cultivar.responses")
    @Nullable
    String responses;

    /** Seed of the plan, the models and the bootstrap; overrides suites and {@code cultivar.yaml}. */
    @Parameter(property = "cultivar.seed")
    @Nullable
    String seed;

    /** Further configuration parameters; the prefix {@code cultivar.} may be left out. */
    @Parameter
    @Nullable
    Map<String, String> parameters;

    /** Names of suite classes, {@code *} stands for any characters; by default every suite. */
    @Parameter(property = "cultivar.suites")
    @Nullable
    List<String> suites;

    /** Unique ids of suites, topics, cells or gates to run; nothing else is run then. */
    @Parameter(property = "cultivar.select")
    @Nullable
    List<String> select;

    /** Tag expressions, for example {@code topic=F120 & language=da}. */
    @Parameter(property = "cultivar.tags")
    @Nullable
    List<String> tags;

    /** Whether to fail where no suite is found. */
    @Parameter(property = "cultivar.failIfNoTests", defaultValue = "true")
    boolean failIfNoTests = true;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped (cultivar.skip).");
            return;
        }
        perform();
    }

    abstract void perform() throws MojoExecutionException, MojoFailureException;

    MavenProject project() {
        return present(project, "project");
    }

    MavenSession session() {
        return present(session, "session");
    }

    Path output() {
        return present(output, "output").toPath().toAbsolutePath();
    }

    Path testClasses() {
        return present(testClasses, "testClasses").toPath();
    }

    static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("Maven did not set " + name);
        }
        return value;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
