package dev.cultivar.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine refuses parameters that it does not know, and build tools hand it those of the goals as well. */
class ParameterNamesTest {

    private static final Pattern PROPERTY = Pattern.compile("@Parameter\\(\\s*property = ([^,)]+)");
    private static final Pattern DEFAULT =
            Pattern.compile("@Parameter\\(\\s*property = \"([^\"]+)\",\\s*defaultValue = \"([^$\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\"(cultivar\\.[A-Za-z.]+)\"");

    /** Names of no goal: of a pom, and of this project's own tests. */
    private static final Set<String> OF_NO_GOAL = Set.of("cultivar.version", "cultivar.reference");

    @Test
    void theEngineKnowsEveryPropertyOfEveryGoal() throws IOException {
        assertThat(properties()).hasSizeGreaterThan(20).allMatch(Settings::isKnown);
    }

    @Test
    void whatTheEngineTakesForAPropertyOfAGoalIsOne() throws IOException {
        Set<String> ofGoals = new TreeSet<>(Settings.known());
        Settings.ALL.stream().filter(SettingKey::ofRun).map(SettingKey::name).forEach(ofGoals::remove);
        ofGoals.removeAll(OF_NO_GOAL);

        assertThat(ofGoals).isNotEmpty().isSubsetOf(properties());
    }

    /** A goal outside a run has to write a default down once more, as an annotation takes constants only. */
    @Test
    void whereAGoalTakesASettingOfARunItHasTheSettingsDefault() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher found = DEFAULT.matcher(Files.readString(source));
                while (found.find()) {
                    defaults.put(found.group(1), found.group(2));
                }
            }
        }
        defaults.keySet().retainAll(sharedSettings().keySet());

        assertThat(defaults).containsKeys("cultivar.method", "cultivar.confidence", "cultivar.populations.replace");
        defaults.forEach((name, text) -> {
            SettingKey<?> setting = sharedSettings().get(name);
            assertThat(setting.read(text)).as(name).isEqualTo(setting.byDefault());
        });
    }

    /** Without the files and folders that each goal has of its own. */
    private static Map<String, SettingKey<?>> sharedSettings() {
        return Settings.ALL.stream()
                .filter(SettingKey::ofRun)
                .filter(key -> !key.equals(Settings.CONFIG) && !key.equals(Settings.OUTPUT))
                .collect(Collectors.toMap(SettingKey::name, key -> key));
    }

    private static Set<String> properties() throws IOException {
        Set<String> properties = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher found = PROPERTY.matcher(Files.readString(source));
                while (found.find()) {
                    Matcher name = NAME.matcher(found.group(1).strip());
                    assertThat(name.matches())
                            .as("%s in %s is a name of Cultivar's, and readable", found.group(1), source)
                            .isTrue();
                    properties.add(name.group(1));
                }
            }
        }
        return properties;
    }
}
