package dev.cultivar.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the guide's table of messages to the messages in the code. */
class TroubleshootingTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everyMessageInTheGuideStandsInTheCode() throws IOException {
        String code = code("junit-engine") + code("maven-plugin");

        assertThat(messages()).hasSizeGreaterThan(40).allSatisfy(part -> assertThat(code.contains(part))
                .as("a message with \"%s\" is in the guide but in no source", part)
                .isTrue());
    }

    /** What stands between the gaps, as far as it is long enough to be a message's own words. */
    private static List<String> messages() throws IOException {
        List<String> parts = new ArrayList<>();
        for (String line : Files.readAllLines(ReferenceTest.ROOT.resolve("docs/guide/07-troubleshooting.md"))) {
            if (line.startsWith("| `")) {
                Matcher message = CODE.matcher(line.substring(0, line.indexOf("` |") + 1));
                while (message.find()) {
                    Stream.of(message.group(1).split("…"))
                            .map(String::strip)
                            .filter(part -> part.length() >= 8)
                            .forEach(parts::add);
                }
            }
        }
        return parts;
    }

    /** All sources, with the parts of a text joined. */
    private static String code(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ReferenceTest.ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TroubleshootingTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
