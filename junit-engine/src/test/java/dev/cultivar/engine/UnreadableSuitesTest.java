package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;

/** A scan of the class path passes over classes that cannot be read; a suite among them would be missed by nobody. */
class UnreadableSuitesTest {

    private static final String READABLE = """
            @dev.cultivar.api.CulturalSuite(models = "planted/uniform", languages = "da", responses = 2)
            class Readable {
                @dev.cultivar.api.CulturalProbe("F120") void abortion() {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aSuiteWhoseSuperclassIsMissingIsRed() throws Exception {
        compile(READABLE, "class Missing {}", READABLE.replace("class Readable", "class Lost extends Missing"));
        assertThat(issues()).isEmpty();

        Files.delete(folder.resolve("Missing.class"));

        assertThat(issues())
                .singleElement()
                .asString()
                .startsWith("Suite Lost cannot be read (java.lang.NoClassDefFoundError: Missing)")
                .contains("it would be left out");
    }

    @Test
    void aSuiteWithAMethodOfATypeThatIsMissingIsRed() throws Exception {
        compile(
                READABLE,
                "class Missing {}",
                READABLE.replace("class Readable {", "class Lost { void look(Missing at) {}"));

        Files.delete(folder.resolve("Missing.class"));

        assertThat(issues()).anySatisfy(issue -> assertThat(issue)
                .startsWith("Suite Lost cannot be read (java.lang.NoClassDefFoundError: ")
                .contains("Missing"));
    }

    @Test
    void whatIsNoSuiteMayLackWhatItLikes() throws Exception {
        compile(READABLE, "class Missing {}", "class Other extends Missing {}");

        Files.delete(folder.resolve("Missing.class"));

        assertThat(issues()).isEmpty();
    }

    private void compile(String... sources) throws IOException {
        for (int i = 0; i < sources.length; i++) {
            String name = sources[i].replaceAll("(?s).*?class (\\w+).*", "$1");
            Files.writeString(folder.resolve(name + ".java"), sources[i]);
        }
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "-proc:none",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                folder.toString()));
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** As the goals and the console launcher look for suites. */
    private List<String> issues() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return new Bench()
                            .discover(selectClasspathRoots(Set.of(folder)).toArray(DiscoverySelector[]::new))
                            .getDiscoveryIssues()
                            .stream()
                            .map(DiscoveryIssue::message)
                            .toList();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
