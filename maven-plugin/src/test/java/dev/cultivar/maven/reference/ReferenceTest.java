package dev.cultivar.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference} to the code, or writes it anew where {@code cultivar.build.writeDocs} is set. */
class ReferenceTest {

    private static final String COMMAND = "mvn -B -ntp -pl junit-engine,maven-plugin test -Dtest=ReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcultivar.build.writeDocs";

    static final String MADE = "Made from the code; do not edit.";

    static final Path ROOT = root();
    private static final Path DESCRIPTOR = ROOT.resolve("maven-plugin/target/classes/META-INF/maven/plugin.xml");
    private static final Path SOURCES = ROOT.resolve("junit-engine/src/main/java/dev/cultivar");

    @Test
    void theAnnotationsAreThoseOfTheCode() throws IOException {
        hold("annotations.md", AnnotationPage.of(SOURCES.resolve("api")));
    }

    @Test
    void theKeysAreThoseOfTheCode() throws IOException {
        hold("keys.md", KeyPage.of(SOURCES.resolve("settings")));
    }

    @Test
    void theGoalsAreThoseOfThePlugin() throws Exception {
        hold("goals.md", GoalPage.of(DESCRIPTOR));
    }

    @Test
    void theTopicsAreThoseOfTheCatalogue() throws IOException {
        hold("topics.md", TopicPage.of(Catalogue.builtIn(), PopulationTable.builtIn()));
    }

    @Test
    void thePopulationsAreThoseOfTheTable() throws IOException {
        hold("populations.md", PopulationPage.of(Catalogue.builtIn(), PopulationTable.builtIn()));
    }

    @Test
    void theFormatsAreThoseOfTheSchemas() throws IOException {
        hold("formats.md", FormatPage.of(ROOT.resolve("docs")));
    }

    @Test
    void theDependenciesAreThoseThatMavenResolves() throws IOException {
        Path classPath = ROOT.resolve("junit-engine/target/runtime-class-path");
        assertThat(classPath)
                .as("written by Maven: mvn -pl junit-engine process-classes")
                .exists();
        Path page = ROOT.resolve("docs/dependencies.md");
        hold("../dependencies.md", DependencyPage.of(page, DESCRIPTOR, classPath));
        assertThat(page).content().as("the dates of new versions are not known").doesNotContain(DependencyPage.NO_DATE);
    }

    @Test
    void theSchemaOfTheSettingsIsThatOfTheCode() throws IOException {
        hold("../cultivar.schema.json", SettingsSchema.of(SOURCES.resolve("settings")));
    }

    private static void hold(String name, String made) throws IOException {
        Path file = ROOT.resolve("docs/reference").resolve(name).normalize();
        if (System.getProperty("cultivar.build.writeDocs") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(file).as("write docs/reference anew: " + COMMAND).exists();
        assertThat(Files.readString(file).replace("\r\n", "\n"))
                .as("docs/reference/" + name + " is out of date; write it anew: " + COMMAND)
                .isEqualTo(made);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.isDirectory(folder.resolve("junit-engine")) ? folder : folder.getParent();
    }
}
