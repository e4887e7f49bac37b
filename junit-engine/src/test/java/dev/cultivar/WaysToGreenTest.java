package dev.cultivar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each way in docs/ways-to-green.md has its test, and the test is there. */
class WaysToGreenTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ROW = Pattern.compile("^\\| (?!way |---)[^|]+\\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern BUILD = Pattern.compile("`([a-z][a-z0-9.-]+)`");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/ways-to-green.md"));
        List<String> rows = ROW.matcher(page).results().map(row -> row.group(1)).toList();
        Map<String, String> tests = tests();

        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(rows).allSatisfy(row -> {
            List<MatchResult> named = TEST.matcher(row).results().toList();
            List<MatchResult> builds = BUILD.matcher(row).results().toList();
            assertThat(named.size() + builds.size()).isPositive();
            assertThat(named).allSatisfy(test -> {
                assertThat(tests).containsKey(test.group(1));
                if (test.group(2) != null) {
                    assertThat(tests.get(test.group(1))).contains("void " + test.group(2) + "(");
                }
            });
            assertThat(builds).allSatisfy(build -> assertThat(ROOT.resolve("maven-plugin/src/it")
                            .resolve(build.group(1))
                            .resolve("pom.xml"))
                    .exists());
        });
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> engine = Files.walk(ROOT.resolve("junit-engine/src/test/java"));
                Stream<Path> plugin = Files.walk(ROOT.resolve("maven-plugin/src/test/java"))) {
            return Stream.concat(engine, plugin)
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            WaysToGreenTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
