package dev.cultivar.maven.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cultivar.results.provenance.RunEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitMojoTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = RunEnvironment.cultivarVersion();

    @TempDir
    Path folder;

    @Test
    void anEmptyFolderGetsTheProjectOfTheTutorial() throws Exception {
        String said = started("project", new MavenProject());

        assertThat(files())
                .containsExactly("pom.xml", "src/test/java/demo/ValuesGate.java", "src/test/resources/cultivar.yaml");
        assertThat(text("pom.xml")).isEqualTo(shown("docs/tutorial.md", "xml pom.xml"));
        assertThat(text("src/test/java/demo/ValuesGate.java"))
                .isEqualTo(shown("docs/tutorial.md", "java src/test/java/demo/ValuesGate.java"));
        assertThat(said)
                .contains("Wrote pom.xml, src/test/java/demo/ValuesGate.java, src/test/resources/cultivar.yaml.")
                .contains("Next: mvn verify")
                .doesNotContain("Already there", "Add to");
    }

    /** Without its marks the file is the tutorial's, so that somebody who removes them has what the documents show. */
    @Test
    void theSettingsAreAnExampleThatDoesNothingUntilItsMarksAreRemoved() throws Exception {
        started("project", new MavenProject());

        String settings = text("src/test/resources/cultivar.yaml");
        assertThat(settings.lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
        String example = settings.substring(settings.indexOf("# endpoints"))
                .lines()
                .map(line -> line.replaceFirst("^# ", ""))
                .reduce("", (all, line) -> all + line + "\n");
        JsonNode written = new YAMLMapper().readTree(example);
        JsonNode tutorial = new YAMLMapper().readTree(shownAfter("docs/tutorial.md", "## Your own model"));
        assertThat(written).isEqualTo(tutorial);
    }

    @Test
    void aTopicOfOnesOwnIsThatOfTheGuide() throws Exception {
        started("topic", new MavenProject());

        assertThat(files())
                .containsExactly(
                        "pom.xml",
                        "src/test/java/demo/WorkGate.java",
                        "src/test/resources/cultivar.yaml",
                        "src/test/resources/cultivar/populations.csv",
                        "src/test/resources/cultivar/prompts/en.yaml",
                        "src/test/resources/cultivar/topics.yaml");
        String guide = Files.readString(ROOT.resolve("docs/guide/09-your-own-topics.md"));
        for (String file : files().subList(3, 6)) {
            assertThat(guide).contains("\n" + text(file) + "```");
        }
        assertThat(guide)
                .contains(text("src/test/java/demo/WorkGate.java").replaceFirst("(?s)^.*(?=@CulturalSuite)", ""));
        String settings = text("src/test/resources/cultivar.yaml");
        assertThat(guide).contains(settings.substring(settings.indexOf("\nrun:")));
    }

    @Test
    void noFileThatIsThereIsChanged() throws Exception {
        for (String file : List.of("pom.xml", "src/test/java/demo/WorkGate.java", "src/test/resources/cultivar.yaml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "mine\n");
        }

        String said = started("topic", new MavenProject());

        assertThat(text("pom.xml")).isEqualTo("mine\n");
        assertThat(text("src/test/java/demo/WorkGate.java")).isEqualTo("mine\n");
        assertThat(text("src/test/resources/cultivar.yaml")).isEqualTo("mine\n");
        assertThat(said)
                .contains(
                        "Already there, not changed: pom.xml, src/test/java/demo/WorkGate.java, src/test/resources/cultivar.yaml.")
                .contains("Add to cultivar.yaml:", "  catalogue: src/test/resources/cultivar/topics.yaml")
                .contains("After adding this to cultivar.yaml: mvn verify");
    }

    @Test
    void aTopicOfOnesOwnAddsItsSettingsToThoseThatInitWrote() throws Exception {
        started("project", new MavenProject());
        String before = text("src/test/resources/cultivar.yaml");

        String said = started("topic", new MavenProject());

        String settings = text("src/test/resources/cultivar.yaml");
        assertThat(settings).startsWith(before).contains("  catalogue: src/test/resources/cultivar/topics.yaml");
        assertThat(new YAMLMapper()
                        .readTree(settings)
                        .path("run")
                        .path("catalogue")
                        .asText())
                .isEqualTo("src/test/resources/cultivar/topics.yaml");
        assertThat(said).contains("Next: mvn verify").doesNotContain("Add to");
        assertThat(started("topic", new MavenProject())).doesNotContain("Add to", "Wrote");
        assertThat(text("src/test/resources/cultivar.yaml")).isEqualTo(settings);
    }

    @Test
    void aProjectIsToldWhatItsPomLacks() throws Exception {
        MavenProject project = project();

        String said = started("project", project);

        assertThat(files())
                .containsExactly(
                        "pom.xml", "src/test/java/org/example/ValuesGate.java", "src/test/resources/cultivar.yaml");
        assertThat(text("src/test/java/org/example/ValuesGate.java")).startsWith("package org.example;\n");
        assertThat(said)
                .contains("Add to pom.xml:", "<artifactId>cultivar-junit-engine</artifactId>", "<goal>verify</goal>")
                .contains("<version>" + VERSION + "</version>", "After adding this to pom.xml: mvn verify")
                .contains("<maven.compiler.release>17</maven.compiler.release>", "maven-compiler-plugin")
                .doesNotContain("Next:");

        project.getProperties().setProperty("maven.compiler.release", "21");
        assertThat(started("project", project)).contains("<goal>verify</goal>").doesNotContain("compiler");

        Dependency engine = new Dependency();
        engine.setGroupId("dev.cultivar");
        engine.setArtifactId("cultivar-junit-engine");
        project.setDependencies(List.of(engine));
        assertThat(started("project", project)).contains("<goal>verify</goal>").doesNotContain("cultivar-junit-engine");

        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.cultivar");
        plugin.setArtifactId("cultivar-maven-plugin");
        project.getBuild().addPlugin(plugin);
        assertThat(started("project", project))
                .doesNotContain("Add to", "Wrote")
                .contains("Already there, not changed: pom.xml", "Next: mvn verify");
    }

    @Test
    void aProjectWhoseCompilerPluginSaysWhichJavaIsNotToldAgain() throws Exception {
        MavenProject project = project();
        Plugin compiler = new Plugin();
        compiler.setArtifactId("maven-compiler-plugin");
        project.getBuild().addPlugin(compiler);
        assertThat(started("project", project)).contains("maven.compiler.release");

        compiler.setConfiguration("<configuration><release>17</release></configuration>");
        assertThat(started("project", project)).contains("Add to pom.xml:").doesNotContain("compiler");
    }

    @Test
    void aRepositoryWithoutGitignoreGetsOneThatKeepsOutputAndStoreOutOfIt() throws Exception {
        Files.createDirectory(folder.resolve(".git"));

        assertThat(started("project", new MavenProject()))
                .contains("src/test/resources/cultivar.yaml, .gitignore.")
                .doesNotContain("Add to");

        assertThat(text(".gitignore")).isEqualTo("target/\n.cultivar/\n");
        assertThat(started("project", new MavenProject())).doesNotContain("Wrote", "Add to");
    }

    @Test
    void aGitignoreThatIsThereStaysAndWhatItLacksIsPrinted() throws Exception {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".gitignore"), "# target of nothing\n/target\n!.cultivar/\n");

        assertThat(started("project", new MavenProject()))
                .contains("Add to .gitignore:\n.cultivar/\n", "Next: mvn verify")
                .doesNotContain("\ntarget/");

        assertThat(text(".gitignore")).isEqualTo("# target of nothing\n/target\n!.cultivar/\n");
    }

    /** Others have a say in the repository; a line that begins with a slash is not about this module. */
    @Test
    void aModuleOfARepositoryGetsNoGitignoreOfItsOwn() throws Exception {
        Path repository = folder;
        folder = Files.createDirectories(folder.resolve("models/gates"));
        Files.writeString(repository.resolve(".git"), "gitdir: elsewhere\n");
        Files.writeString(repository.resolve(".gitignore"), "/target/\n**/.cultivar/**\n");

        assertThat(started("project", new MavenProject()))
                .contains("Add to .gitignore:\ntarget/\n")
                .doesNotContain("\n.cultivar/");

        assertThat(files()).doesNotContain(".gitignore");
    }

    @Test
    void aPackageThatJavaDoesNotAllowIsNotMadeOfTheGroup() throws Exception {
        MavenProject project = project();
        project.setGroupId("my-lab");

        started("project", project);

        assertThat(files()).contains("src/test/java/demo/ValuesGate.java");
    }

    @Test
    void aProjectWithoutClassesNamesAModuleInstead() throws Exception {
        MavenProject project = project();
        project.setPackaging("pom");

        assertThatThrownBy(() -> started("project", project))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("mvn -f MODULE/pom.xml");
        assertThat(files()).containsExactly("pom.xml");
    }

    @Test
    void anythingElseIsNamedWithWhatThereIs() {
        assertThatThrownBy(() -> started("suite", new MavenProject()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("cultivar.init is 'suite'; it must be project or topic.");
    }

    private MavenProject project() throws IOException {
        MavenProject project = new MavenProject();
        project.setFile(Files.writeString(folder.resolve("pom.xml"), "mine\n").toFile());
        project.setGroupId("org.example");
        project.setPackaging("jar");
        project.setBuild(new Build());
        return project;
    }

    /** What the goal prints, by the log and to be copied. */
    private String started(String what, MavenProject project) throws Exception {
        InitMojo mojo = new InitMojo();
        mojo.init = what;
        mojo.project = project;
        mojo.session = session();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            mojo.execute();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("deprecation") // the only way to a session without a container
    private MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(folder.toFile());
        return new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static String shown(String document, String fence) throws IOException {
        return after(Files.readString(ROOT.resolve(document)), Pattern.quote("```" + fence));
    }

    private static String shownAfter(String document, String heading) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        return after(text.substring(text.indexOf(heading)), "```yaml");
    }

    private static String after(String text, String fence) {
        Matcher block = Pattern.compile("(?ms)^" + fence + "\\n(.*?)^```$").matcher(text);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
