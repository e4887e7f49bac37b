package dev.cultivar.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project's own class path in front of Cultivar's files. */
class OwnResourceTest {

    @TempDir
    Path resources;

    @ParameterizedTest
    @CsvSource({
        "dev/cultivar/prompt/da.yaml, dev.cultivar.prompt.PromptBooks",
        "dev/cultivar/prompt/xx.yaml, dev.cultivar.prompt.PromptBooks",
        "dev/cultivar/survey/populations.csv, dev.cultivar.survey.PopulationTable",
        "dev/cultivar/survey/catalogue.yaml, dev.cultivar.survey.Catalogue",
        "dev/cultivar/screen/refusals.txt, dev.cultivar.screen.Refusals",
        "dev/cultivar/screen/reading/groups.txt, dev.cultivar.screen.reading.Groups"
    })
    void aFileThatTakesThePlaceOfOneOfCultivarIsRefused(String name, String owner) throws Exception {
        Path file = resources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");

        try (URLClassLoader project = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> open(project, owner, "/" + name))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .rootCause()
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("replaces Cultivar's own file");
        }
    }

    @Test
    void whatComesWithCultivarIsOpened() throws Exception {
        Files.writeString(resources.resolve("da.yaml"), "another");

        try (URLClassLoader project = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            assertThat(open(project, "dev.cultivar.prompt.PromptBooks", "/dev/cultivar/prompt/da.yaml"))
                    .isNotNull();
            assertThat(open(project, "dev.cultivar.prompt.PromptBooks", "/dev/cultivar/prompt/xx.yaml"))
                    .isNull();
        }
    }

    private static Object open(ClassLoader project, String owner, String name) throws Exception {
        return project.loadClass(OwnResource.class.getName())
                .getMethod("open", Class.class, String.class)
                .invoke(null, project.loadClass(owner), name);
    }

    /** The test resources of a project stand first. */
    private URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>(List.of(resources.toUri().toURL()));
        String entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : entries.split(File.pathSeparator, -1)) {
            urls.add(url(entry));
        }
        urls.add(OwnResource.class.getProtectionDomain().getCodeSource().getLocation());
        return urls.toArray(URL[]::new);
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}
