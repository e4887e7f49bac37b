package dev.cultivar.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.settings.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine refuses parameters that it does not know, and build tools hand it those of the goals as well. */
class ParameterNamesTest {

    private static final Pattern PROPERTY = Pattern.compile("property = \"(cultivar\\.[A-Za-z.]+)\"");

    @Test
    void theEngineKnowsEveryPropertyOfEveryGoal() throws IOException {
        List<String> properties = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher found = PROPERTY.matcher(Files.readString(source));
                while (found.find()) {
                    properties.add(found.group(1));
                }
            }
        }

        assertThat(properties).hasSizeGreaterThan(10).allMatch(Parameters::isKnown);
    }
}
