package dev.cultivar.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.io.SealedJson;
import dev.cultivar.maven.Injection;
import dev.cultivar.maven.allure.AllureHtml;
import dev.cultivar.maven.allure.AllureReport;
import dev.cultivar.maven.allure.AllureResultCount;
import dev.cultivar.maven.build.Sessions;
import dev.cultivar.results.provenance.RunEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What turns the goal red; that it is green over all results, and what it then shows, is the build {@code report}'s to say. */
class ReportMojoTest {

    @TempDir
    Path folder;

    private final ReportMojo mojo = new ReportMojo();

    @BeforeEach
    void aModuleThatRan() throws IOException {
        MavenProject project = new MavenProject(new Model());
        project.setFile(folder.resolve("pom.xml").toFile());
        Injection.into(mojo)
                .project(project)
                .session(Sessions.with(new Properties()))
                .output(output())
                .allure("allure-results");
        mojo.allureHistory = new File(folder.toFile(), "history");
        Files.createDirectories(allure());
        Files.createDirectories(output());
    }

    private Path output() {
        return folder.resolve("cultivar");
    }

    @Test
    void noFolderOfResultsIsRed() throws IOException {
        Files.delete(allure());
        red("There are no Allure results of Cultivar in", "Run cultivar:run first");
    }

    @Test
    void anEmptyFolderIsRed() {
        red("There are no Allure results of Cultivar in", "Run cultivar:run first");
    }

    @Test
    void resultsOfOthersAloneAreRed() throws IOException {
        foreign("1");
        red("There are no Allure results of Cultivar in", "Run cultivar:run first");
    }

    @Test
    void aResultThatIsCutIsRed() throws IOException {
        ours("1");
        Files.writeString(allure().resolve("2-result.json"), "{\"uuid\":\"2\",");
        red("An Allure result in", "is truncated or cannot be read");
    }

    @Test
    void noFolderAtAllIsRedAndSaysWhichParameter() {
        Injection.into(mojo).allure("none");
        red("cultivar.allure.results is 'none'");
    }

    @Test
    void aResultThatWasDeletedIsRedBeforeAllureStarts() throws IOException {
        results(2);
        ours(id(1));
        wrote(id(1) + "-result.json", id(2) + "-result.json", id(3) + "-attachment.csv");
        red("Of the Allure files that the last run wrote", "2 are missing, and 0 results are of another run");
    }

    @Test
    void aResultThatWasLeftOverIsRedBeforeAllureStarts() throws IOException {
        results(1);
        ours(id(1));
        ours(id(2));
        wrote(id(1) + "-result.json");
        red("0 are missing, and 1 result is of another run");
    }

    @Test
    void resultsThatNoRunKnowsOfAreRed() throws IOException {
        results(1);
        ours(id(1));
        red("0 are missing, and 1 result is of another run");
    }

    @Test
    void aGateWithoutAResultIsRedBeforeAllureStarts() throws IOException {
        results(1);
        ours(id(1), "gate bias");
        wrote(id(1) + "-result.json");
        red("There are Allure results of 1 gate in", "but the last run decided 0");
    }

    @Test
    void resultsWithoutResultsJsonAreRed() throws IOException {
        ours("1");
        red("results.json are missing");
    }

    @Test
    void resultsOfOneHistoryAreOneTestAndOthersCountWhoeverWroteThem() throws Exception {
        ours("1");
        ours("2");
        foreign("3");
        Files.writeString(allure().resolve("4-result.json"), "{\"uuid\":\"4\",\"historyId\":\"h1\"}");
        Files.writeString(allure().resolve("5-container.json"), "{\"uuid\":\"5\"}");

        assertThat(AllureResultCount.of(allure()))
                .isEqualTo(new AllureResultCount(Set.of("1-result.json", "2-result.json"), 0, 3));
    }

    @Test
    void aReportThatShowsFewerTestsThanThereAreResultsIsRed() throws Exception {
        AllureReport shown = AllureReport.read(page("{\"statistic\":{\"total\":2}}"));

        assertThatCode(() -> AllureHtml.requireShown(
                        shown, allure(), new AllureResultCount(Set.of("1", "2"), 2, 2), allure()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> AllureHtml.requireShown(
                        shown, allure(), new AllureResultCount(Set.of("1", "2", "3"), 3, 3), allure()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("shows 2 tests, but there are results of 3");
    }

    @Test
    void aPageWithoutASummaryIsNoReport() throws IOException {
        Path page = Files.writeString(folder.resolve("index.html"), "<html></html>");
        assertThatThrownBy(() -> AllureReport.read(page)).hasMessageContaining("holds no summary");
        assertThatThrownBy(() -> AllureReport.read(page("{}"))).hasMessageContaining("holds no summary");
    }

    @Test
    void theHistoryOfAReportIsKeptForTheNextAndNothingElseIsBrought() throws IOException {
        Path kept = folder.resolve("kept");
        AllureReport.read(page("{\"statistic\":{\"total\":2}}")).keepHistory(kept);
        Files.createDirectories(allure().resolve("history"));
        Files.writeString(allure().resolve("history").resolve("stale.json"), "{}");

        AllureReport.bringHistory(kept, allure());

        assertThat(allure().resolve("history").resolve("history.json")).hasContent("{\"h\":1}");
        assertThat(allure().resolve("history").resolve("stale.json")).doesNotExist();
    }

    private void red(String... says) {
        assertThatThrownBy(mojo::perform)
                .isInstanceOf(MojoExecutionException.class)
                .satisfies(e -> assertThat(e).message().contains(says));
    }

    private Path allure() {
        return folder.resolve("allure-results");
    }

    private void ours(String id) throws IOException {
        ours(id, "check F120");
    }

    private void ours(String id, String story) throws IOException {
        Files.writeString(
                allure().resolve(id + "-result.json"),
                "{\"uuid\":\"" + id + "\",\"historyId\":\"h" + id
                        + "\",\"labels\":[{\"name\":\"framework\",\"value\":\"cultivar\"},{\"name\":\"story\",\"value\":\""
                        + story + "\"}]}");
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    /** What the last run says it wrote. */
    private void wrote(String... names) throws IOException {
        Files.createDirectories(output().resolve("parts"));
        Files.writeString(output().resolve("parts").resolve("it.Gate.allure.txt"), String.join("\n", names) + "\n");
    }

    private void foreign(String id) throws IOException {
        Files.writeString(
                allure().resolve(id + "-result.json"),
                "{\"uuid\":\"" + id + "\",\"labels\":[{\"name\":\"framework\",\"value\":\"junit-platform\"}]}");
    }

    private Path page(String summary) throws IOException {
        StringBuilder page = new StringBuilder("<html><script>");
        Map.of("widgets/summary.json", summary, "history/history.json", "{\"h\":1}")
                .forEach((name, content) -> page.append("d('")
                        .append(name)
                        .append("','")
                        .append(Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))
                        .append("');"));
        return Files.writeString(folder.resolve("page.html"), page.append("</script></html>"));
    }

    private void results(int cells) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"suite\":\"it.Gate\",\"topic\":\"F12")
                    .append(i)
                    .append(
                            "\",\"model\":\"m\",\"language\":\"da\",\"planned\":1,\"outcomes\":{\"SCORED\":1},\"polarity\":0.5,"
                                    + "\"n\":1,\"populations\":{},\"world\":{},\"polarities\":[],\"statements\":{\"total\":10,\"different\":10,\"questions\":0,\"groups\":0,\"offTopic\":0},"
                                    + "\"parts\":{\"slots\":{},\"templates\":{}},\"note\":\"\"}");
        }
        Files.write(
                output().resolve("results.json"),
                SealedJson.seal(("{\"schema\":2,\"run\":{\"cultivar\":\"" + RunEnvironment.cultivarVersion()
                                + "\",\"java\":\"17\",\"os\":\"Linux\",\"git\":null,\"started\":\"2026-11-24T10:00:00Z\","
                                + "\"finished\":\"2026-11-24T10:00:09Z\",\"complete\":true,\"suites\":[]},\"results\":[],\"kinds\":[],\"cells\":["
                                + rows
                                + "],\"gates\":[],\"failedChecks\":[],\"baselines\":[]}")
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
