package dev.cultivar.maven;

import dev.cultivar.maven.bridge.BridgeKeys;
import dev.cultivar.maven.bridge.BridgeResult;
import dev.cultivar.maven.bridge.PlatformBridge;
import dev.cultivar.maven.build.BuildRoot;
import dev.cultivar.maven.build.Interruption;
import dev.cultivar.maven.build.ProjectClassPath;
import dev.cultivar.maven.build.SharedInBuild;
import dev.cultivar.maven.build.StartOfCommand;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals on a project's suites share. */
public abstract class AbstractSuiteMojo extends AbstractProjectMojo {

    private static final String SLF4J_VERBOSITY = "slf4j.internal.verbosity";

    /** Folder that holds the results. */
    @Parameter(property = "cultivar.output", defaultValue = "${project.build.directory}/cultivar")
    protected File output;

    /** Class names of the suites to run; all by default. */
    @Parameter(property = "cultivar.suites")
    protected @Nullable List<String> suites;

    /** Unique ids of the suites, topics, cells or gates to run. If any is given, nothing else runs. */
    @Parameter(property = "cultivar.select")
    protected @Nullable List<String> select;

    /** Folder for Allure results, or {@code none}. */
    @Parameter(property = "cultivar.allure.results", defaultValue = "${project.build.directory}/allure-results")
    protected String allure;

    /** Whether a build without any suite fails. */
    @Parameter(property = "cultivar.failIfNoTests", defaultValue = "true")
    protected boolean failIfNoTests;

    /** More configuration parameters for the engine, for example {@code cultivar.responses}. The command line overrides them. */
    @Parameter
    protected @Nullable Map<String, String> parameters;

    /**
     * Calls the JUnit Platform inside the project's class loader.
     *
     * @throws MojoExecutionException with the platform's message where the suites contain mistakes that keep them from running
     */
    protected BridgeResult call(String goal) throws MojoExecutionException {
        return call(goal, Map.of());
    }

    /**
     * The same, with parameters of the goal's own.
     *
     * @throws MojoExecutionException with the platform's message where the suites contain mistakes that keep them from running
     */
    protected BridgeResult call(String goal, Map<String, String> own) throws MojoExecutionException {
        Map<String, String> settings = configuration();
        settings.putAll(own);
        Map<String, Object> arguments = Map.of(
                BridgeKeys.LIMITS,
                new SharedInBuild(session).limits(),
                BridgeKeys.GOAL,
                goal,
                BridgeKeys.ROOTS,
                List.of(project.getBuild().getTestOutputDirectory()),
                BridgeKeys.SUITES,
                suites == null ? List.of() : suites,
                BridgeKeys.SELECT,
                select == null ? List.of() : select,
                BridgeKeys.PARAMETERS,
                settings);
        // One of the engine's libraries logs through SLF4J. A missing provider in the project is not worth three lines
        // per run.
        if (System.getProperty(SLF4J_VERBOSITY) == null) {
            System.setProperty(SLF4J_VERBOSITY, "ERROR");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new ProjectClassPath(project, session, repositories).open(PlatformBridge.class)) {
            thread.setContextClassLoader(loader);
            BridgeResult result =
                    new BridgeResult(Interruption.during(() -> bridge(loader).apply(arguments)));
            requireSameVersion(result.text(BridgeKeys.VERSION));
            requireNoMistakes(result.texts(BridgeKeys.MISTAKES));
            return result;
        } catch (IOException e) {
            throw new MojoExecutionException("The project's class loader cannot be closed: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new MojoExecutionException(
                    "The engine on the test class path does not fit this plugin; use the same version of both. (" + e
                            + ")",
                    e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void requireSameVersion(String engine) throws MojoExecutionException {
        if (!engine.equals(RunEnvironment.cultivarVersion())) {
            throw new MojoExecutionException("This plugin is version " + RunEnvironment.cultivarVersion()
                    + ", but cultivar-junit-engine on the test class path is " + engine
                    + ". Use the same version of both.");
        }
    }

    private static void requireNoMistakes(List<String> mistakes) throws MojoExecutionException {
        if (!mistakes.isEmpty()) {
            throw new MistakesException(mistakes);
        }
    }

    @SuppressWarnings({"unchecked", "UnsafeReflectiveConstructionCast"
    }) // the bridge is this plugin's own class, seen through another loader
    private static Function<Map<String, Object>, Map<String, Object>> bridge(ClassLoader loader)
            throws MojoExecutionException {
        try {
            return (Function<Map<String, Object>, Map<String, Object>>)
                    Class.forName(PlatformBridge.class.getName(), true, loader)
                            .getConstructor()
                            .newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new MojoExecutionException(
                    "The engine on the test class path does not fit this plugin; use the same version of both. ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
                    e);
        }
    }

    /** Project properties, then this plugin's configuration, then the command line. */
    private Map<String, String> configuration() {
        Map<String, String> all = new TreeMap<>();
        add(all, project.getProperties());
        if (parameters != null) {
            all.putAll(parameters);
        }
        add(all, session.getSystemProperties());
        add(all, session.getUserProperties());
        if (!getLog().isInfoEnabled()) {
            all.putIfAbsent(Settings.PRINT.name(), Settings.Print.VERDICTS.label());
        }
        all.put(Settings.OUTPUT.name(), output.getAbsolutePath());
        all.put(Settings.BASEDIR.name(), project.getBasedir().getAbsolutePath());
        all.putIfAbsent(
                Settings.ROOT.name(),
                BuildRoot.of(session, project.getBasedir()).toString());
        all.put(Settings.ALLURE.name(), allureFolder().map(Path::toString).orElse("none"));
        all.put(Settings.RERUN.name(), new StartOfCommand(session, project, execution).text());
        return all;
    }

    /** A path as a user types it in the module's folder. */
    protected String shown(Path file) {
        Path folder = project.getBasedir().toPath().toAbsolutePath();
        Path absolute = file.toAbsolutePath();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute)
                .toString()
                .replace(File.separatorChar, '/');
    }

    /** Where Allure results go; empty for nowhere. */
    protected Optional<Path> allureFolder() {
        return allure.equals("none")
                ? Optional.empty()
                : Optional.of(project.getBasedir().toPath().toAbsolutePath().resolve(allure));
    }

    private static void add(Map<String, String> all, Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(SettingKey.PREFIX) || Settings.differsInCaseOnly(name)) {
                all.put(name, properties.getProperty(name));
            }
        }
    }
}
