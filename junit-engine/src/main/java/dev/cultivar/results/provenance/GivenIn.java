package dev.cultivar.results.provenance;

import dev.cultivar.settings.Origin;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out where a parameter was given, as far as possible. */
final class GivenIn {

    private static final List<String> FILES = List.of(".mvn/maven.config", ".mvn/jvm.config");
    private static final List<String> VARIABLES =
            List.of("MAVEN_ARGS", "MAVEN_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

    /** Set by Maven's start script, but not passed on to test processes. */
    private static final String MAVEN = "maven.home";

    private GivenIn() {}

    /** A file, an environment variable or a way of giving it; null if no parameter gave it. */
    static <T> @Nullable String of(RunSettings settings, SettingKey<T> key, Map<String, String> environment) {
        if (settings.origin(key) != Origin.PARAMETER) {
            return null;
        }
        String option = "-D" + key.name() + "=" + key.write(settings.value(key));
        for (@Nullable Path folder = settings.module().normalize(); folder != null; folder = folder.getParent()) {
            for (String file : FILES) {
                if (holds(folder.resolve(file), option)) {
                    return file;
                }
            }
        }
        for (String variable : VARIABLES) {
            if (environment.getOrDefault(variable, "").contains(option)) {
                return "environment, " + variable;
            }
        }
        if (System.getProperty(key.name()) == null) {
            return "build file";
        }
        return System.getProperty(MAVEN) == null ? "system property" : "command line";
    }

    private static boolean holds(Path file, String option) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(option);
        } catch (IOException e) {
            return false;
        }
    }
}
