package dev.cultivar.maven;

import dev.cultivar.maven.bridge.EngineBridge;
import dev.cultivar.report.Environment;
import dev.cultivar.settings.Parameters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that needs the engine to look at the project's suites. */
abstract class EngineMojo extends CultivarMojo {

    @Inject
    @Nullable
    RepositorySystem repositories;

    /** Has the engine of the project's test class path run or plan the suites. */
    Map<String, Object> engine(String action) throws MojoExecutionException {
        TestClassPath classPath;
        try {
            classPath = TestClassPath.of(project(), session(), present(repositories, "the repository system"));
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The test class path is not resolved: " + e.getMessage(), e);
        }
        Map<String, Object> request = new HashMap<>();
        request.put(EngineBridge.ACTION, action);
        request.put(EngineBridge.ROOTS, List.of(testClasses().toString()));
        request.put(EngineBridge.SUITES, List.copyOf(orEmpty(suites)));
        request.put(EngineBridge.IDS, List.copyOf(orEmpty(select)));
        request.put(EngineBridge.TAGS, List.copyOf(orEmpty(tags)));
        request.put(EngineBridge.PARAMETERS, configuration());
        request.put(EngineBridge.OUTPUT, output().toString());
        Map<String, Object> answer = new IsolatedEngine(classPath.elements()).apply(request);
        String found = String.valueOf(answer.get(EngineBridge.VERSION));
        if (!found.equals(Environment.cultivarVersion())) {
            throw new MojoExecutionException("This plugin is version " + Environment.cultivarVersion()
                    + ", but the test class path has cultivar-junit-engine " + found + "; make them the same.");
        }
        List<String> mistakes = lines(answer, EngineBridge.MISTAKES);
        if (!mistakes.isEmpty()) {
            throw new MojoExecutionException("The suites cannot be run as they are written; nothing was asked:\n  "
                    + String.join("\n  ", mistakes));
        }
        return answer;
    }

    /** From the weakest to the strongest: the plugin's configuration, the project's properties, the command line. */
    Map<String, String> configuration() {
        Map<String, String> all = new TreeMap<>();
        all.put(Parameters.BASEDIR, project().getBasedir().getAbsolutePath());
        all.put(Parameters.RERUN, rerun());
        if (parameters != null) {
            parameters.forEach(
                    (key, value) -> all.put(key.startsWith(Parameters.PREFIX) ? key : Parameters.PREFIX + key, value));
        }
        put(all, Parameters.MODELS, String.join(",", orEmpty(models)));
        put(all, Parameters.LANGUAGES, String.join(",", orEmpty(languages)));
        put(all, Parameters.RESPONSES, responses);
        put(all, Parameters.SEED, seed);
        project().getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith(Parameters.PREFIX))
                .forEach(key -> put(all, key, project().getProperties().getProperty(key)));
        session().getUserProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith(Parameters.PREFIX))
                .forEach(key -> put(all, key, session().getUserProperties().getProperty(key)));
        all.put(Parameters.OUTPUT, output().toString());
        put(all, Parameters.ALLURE, allureFolder());
        all.put("junit.platform.execution.listeners.deactivate", "io.qameta.allure.*");
        return all;
    }

    private @Nullable String allureFolder() {
        if (allure == null || allure.equals("none")) {
            return allure;
        }
        Path folder = Path.of(allure);
        return (folder.isAbsolute() ? folder : project().getBasedir().toPath().resolve(folder)).toString();
    }

    /** How this build can be started again, up to the properties that choose a suite, model and language. */
    private String rerun() {
        StringBuilder command = new StringBuilder("mvn");
        List<String> profiles = session().getRequest().getActiveProfiles();
        if (!profiles.isEmpty()) {
            command.append(" -P").append(String.join(",", profiles));
        }
        boolean module = session().getProjects().size() > 1 || !project().isExecutionRoot();
        if (module) {
            command.append(" -pl :").append(project().getArtifactId()).append(" -am");
        }
        boolean bound = execution != null && execution.getSource() == MojoExecution.Source.LIFECYCLE;
        return command.append(bound ? " verify" : " test-compile cultivar:check")
                .toString();
    }

    private static void put(Map<String, String> all, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(key, value);
        }
    }

    static List<String> lines(Map<String, Object> answer, String key) {
        return answer.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    static long found(Map<String, Object> answer) {
        return answer.get(EngineBridge.FOUND) instanceof Number number ? number.longValue() : 0;
    }
}
