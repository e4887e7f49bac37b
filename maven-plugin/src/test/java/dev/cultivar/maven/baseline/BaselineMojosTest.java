package dev.cultivar.maven.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.maven.AbstractSuiteMojo;
import dev.cultivar.maven.Injection;
import dev.cultivar.maven.run.Verdicts;
import dev.cultivar.report.RunReports;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineMojosTest {

    private static final String SUITE = "it.Gate";
    private static final String COMMAND =
            "mvn cultivar:baseline-save -Dcultivar.suites=it.Gate -Dcultivar.baseline=baselines/v1.json";

    @TempDir
    private Path folder;

    private final BaselineSaveMojo save = new BaselineSaveMojo();
    private final CompareMojo compare = new CompareMojo();
    private Path run;
    private Path saved;

    @BeforeEach
    void aModuleWithAWholeRun() throws IOException {
        saved = folder.resolve("baselines/v1.json");
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        for (AbstractSuiteMojo mojo : List.of(save, compare)) {
            Injection.into(mojo).project(project).output(output()).suites(SUITE);
        }
        save.baseline = saved.toFile();
        compare.baseline = saved.toFile();
        run = new RunReports(output(), Optional.empty()).baseline(SUITE);
        BaselineFiles.write(run(0.0), run);
        Verdicts.write(output(), "PASS");
    }

    private Path output() {
        return folder.resolve("target/cultivar");
    }

    /** 20 responses on each topic, on the first of which the model is the given step from the others. */
    private static BaselineRun run(double moved) {
        return run((topic, i) -> 0.1 + 0.05 * i + (i == 0 ? moved : 0));
    }

    /** What the country says, or the opposite. */
    private static BaselineRun like(boolean denmark) {
        PopulationTable table = PopulationTable.builtIn();
        return run((topic, i) -> {
            double truth = table.polarity("DK", topic).orElseThrow();
            return 0.9 * (denmark ? truth : 1 - truth);
        });
    }

    private static BaselineRun run(ToDoubleBiFunction<String, Integer> polarity) {
        PopulationTable table = PopulationTable.builtIn();
        SortedMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        SortedMap<String, String> prompts = new TreeMap<>();
        List<String> topics = table.topics(table.find("DK").orElseThrow()).stream()
                .sorted()
                .limit(10)
                .toList();
        for (int i = 0; i < topics.size(); i++) {
            double centre = polarity.applyAsDouble(topics.get(i), i);
            counts.put(topics.get(i), new TreeMap<>(Map.of(centre, 10, centre + 0.1, 10)));
            prompts.put(topics.get(i), "0123abcd0123abcd");
        }
        return new BaselineRun(
                BaselineRun.SCHEMA,
                SUITE,
                new BaselineRun.Judge("judge", "0123456789abcdef", null, ""),
                List.of(new BaselineRun.Origin(
                        "2026-11-24T10:00:00Z",
                        1,
                        200,
                        table.sha256(),
                        new BaselineRun.Provenance("0.1.0", null, null, new TreeMap<>(), null, null),
                        new TreeMap<>(Map.of("da", prompts)),
                        new TreeMap<>(Map.of("all", topics)),
                        null)),
                List.of(),
                List.of(new BaselineRun.Sample("release", "da", 0, 200, null, counts)));
    }

    @Test
    void aWholeRunIsSavedAsItIs() throws Exception {
        save.execute();

        assertThat(saved).hasSameTextualContentAs(run);
    }

    @Test
    void whatIsSavedIsSaid() throws Exception {
        List<String> said = heard();
        Verdicts.write(output(), "FAIL");
        save.execute();
        assertThat(said)
                .contains("It holds these scored answers: release 200 of 200.", "1 gate in its run: 1 failed.")
                .anyMatch(line ->
                        line.startsWith("The smallest change that a second run of as many answers can rule out"))
                .noneMatch(line -> line.contains("required = false"));

        said.clear();
        BaselineFiles.write(stoppedAt(220), run);
        Verdicts.writeFirstRelease(output(), "baselines/v1.json");
        save.execute();
        assertThat(said)
                .anyMatch(line -> line.startsWith("It holds these scored answers: release 200 of 220. The run stopped"))
                .contains(
                        "1 gate in its run: none failed.",
                        "A gate names this file with required = false. Remove that now; otherwise a lost file would be green.");

        said.clear();
        Verdicts.writeFirstRelease(output(), "baselines/another.json");
        save.execute();
        assertThat(said).noneMatch(line -> line.contains("required = false"));
    }

    private List<String> heard() {
        List<String> said = new ArrayList<>();
        save.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                said.add(content.toString());
            }
        });
        return said;
    }

    /** A run that had asked for that many responses of 400, 200 of which have a score. */
    private static BaselineRun stoppedAt(long asked) {
        BaselineRun whole = run(0.0);
        BaselineRun.Origin origin = whole.runs().get(0);
        BaselineRun.Sample sample = whole.samples().get(0);
        return new BaselineRun(
                whole.schema(),
                whole.suite(),
                whole.judge(),
                List.of(new BaselineRun.Origin(
                        origin.created(),
                        origin.seed(),
                        400,
                        origin.populations(),
                        origin.provenance(),
                        origin.prompts(),
                        origin.categories(),
                        null)),
                whole.statistics(),
                List.of(new BaselineRun.Sample("release", "da", 0, asked, null, sample.counts())));
    }

    @Test
    void aRunThatMissedAGateDoesNotTakeABaselinesPlaceUnlessToldSo() throws Exception {
        Verdicts.write(output(), "FAIL");
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);
        BaselineFiles.write(run(0.3), run);

        assertThatThrownBy(save::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "The run of it.Gate missed 1 gate, the first: Alignment of m in Danish with people in Denmark"
                                + " is 0.30")
                .hasMessageContaining("-Dcultivar.baseline.replace=true");
        assertThat(Files.readString(saved)).isNotEqualTo(Files.readString(run));

        save.replace = true;
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunThatLackedItsBaselineDoesNotBecomeItUnlessToldSo(boolean ratchet) throws Exception {
        Verdicts.writeWithoutBaseline(output(), "baselines/v1.json");
        save.ratchet = ratchet;

        assertThatThrownBy(save::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("was to be compared with baselines/v1.json, which was missing")
                .hasMessageContaining("required = false")
                .hasMessageContaining("-Dcultivar.baseline.replace=true")
                .hasMessageNotContaining("\n");
        assertThat(saved).doesNotExist();

        save.replace = true;
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunThatLostAnswersToItsEndpointIsNotSavedUnlessToldSo(boolean ratchet) throws Exception {
        Verdicts.writeLost(output());
        save.ratchet = ratchet;

        assertThatThrownBy(save::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The run of it.Gate did not measure 1 gate of m, because responses were lost to"
                        + " errors of the endpoint;")
                .hasMessageContaining("Run the suite again")
                .hasMessageContaining("-Dcultivar.baseline.replace=true")
                .hasMessageNotContaining("\n");
        assertThat(saved).doesNotExist();

        save.replace = true;
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);
    }

    @Test
    void aMisspeltSuiteIsToldTheNearestThatRan() {
        Injection.into(save).suites("it.Gaet");

        assertThatThrownBy(save::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("No whole run of it.Gaet is in ")
                .hasMessageEndingWith("; nearest: it.Gate. Run cultivar:run on the whole suite first.");
    }

    @Test
    void aRunWhoseResultsAreDamagedTakesNoBaselinesPlace() throws Exception {
        BaselineFiles.write(run(0.3), saved);
        String before = Files.readString(saved);
        Files.createDirectories(output());
        Files.writeString(output().resolve("results.json"), "{}");

        assertThatThrownBy(save::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("results.json");
        assertThat(saved).hasContent(before);
    }

    /** A later run of another suite replaces the results, not the file that the run left to be saved. */
    @ParameterizedTest
    @ValueSource(strings = {"it.Gate", "it.OtherGate"})
    void aRunWhoseResultsAreGoneIsNotSavedUnlessToldSo(String later) throws Exception {
        if (later.equals(SUITE)) {
            Files.delete(output().resolve("results.json"));
        } else {
            Verdicts.writeOf(output(), later);
        }

        assertThatThrownBy(save::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Nobody knows whether the run of it.Gate met its gates")
                .hasMessageContaining("-Dcultivar.baseline.replace=true");
        assertThat(saved).doesNotExist();

        save.replace = true;
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);
    }

    @Test
    void aRunWhoseGatesHoldReplacesABaseline() throws Exception {
        Verdicts.write(output(), "PASS");
        save.execute();
        BaselineFiles.write(run(0.3), run);
        save.execute();

        assertThat(saved).hasSameTextualContentAs(run);
    }

    @Test
    void theRatchetSavesWhatIsBetterAndNothingThatIsWorse() throws Exception {
        save.ratchet = true;
        BaselineFiles.write(like(false), run);
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);

        BaselineFiles.write(like(true), run);
        save.execute();
        assertThat(saved).hasSameTextualContentAs(run);
        String best = Files.readString(saved);

        BaselineFiles.write(like(false), run);
        save.execute();
        assertThat(saved).hasContent(best);
    }

    @Test
    void aDamagedRunIsNotSavedAndTheOlderBaselineStays() throws Exception {
        save.execute();
        String before = Files.readString(saved);
        Files.writeString(run, Files.readString(run).substring(0, 200));

        assertThatThrownBy(save::execute).isInstanceOf(MojoExecutionException.class);

        assertThat(saved).hasContent(before);
    }

    @Test
    void withoutABaselineTheCommandThatSavesOneIsSaidAndOnlyADemandIsRed() {
        assertThatCode(compare::execute).doesNotThrowAnyException();

        compare.requireBaseline = true;
        assertThatThrownBy(compare::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("There is no baseline at baselines/v1.json")
                .hasMessageEndingWith(COMMAND);
    }

    @Test
    void theTopicThatMovedIsInTheWrittenComparison() throws Exception {
        save.execute();
        BaselineFiles.write(run(0.6), run);

        compare.execute();

        assertThat(written()).contains("1 topic drifted").contains("| 0.150 | 0.750 | 0.600 |");
    }

    @Test
    void anEqualRunHasNoDrift() throws Exception {
        save.execute();

        compare.execute();

        assertThat(written()).contains("no topic drifted").contains("10 compared");
    }

    @Test
    void aModelIsComparedWithTheOneThatTheSuitesGateNames() throws Exception {
        BaselineFiles.write(named("older", run(0.0)), saved);
        BaselineFiles.write(run(0.6), run);
        Verdicts.writeCompared(output(), "baselines/v1.json", "release", "older");

        compare.execute();

        assertThat(written()).contains("release in Danish since older: 1 topic drifted");
    }

    @Test
    void aRunOfAnotherModelIsNotComparedInPlainWordsAndOnlyADemandIsRed() throws Exception {
        save.execute();
        compare.execute();
        BaselineFiles.write(named("other", run(0.6)), run);
        String why =
                "The run has other in Danish, but the baseline has only release in Danish, so there is nothing to compare. ";

        compare.execute();
        assertThat(written())
                .as("what was compared before is gone")
                .contains(why)
                .doesNotContain("drifted");

        compare.requireBaseline = true;
        assertThatThrownBy(compare::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(why)
                .hasNoCause();
    }

    private static BaselineRun named(String model, BaselineRun run) {
        BaselineRun.Sample sample = run.samples().get(0);
        return new BaselineRun(
                run.schema(),
                run.suite(),
                run.judge(),
                run.runs(),
                run.statistics(),
                List.of(new BaselineRun.Sample(
                        model, sample.language(), 0, sample.planned(), sample.answers(), sample.counts())));
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("target/cultivar/compare.md"))
                .replace("&#46;", ".")
                .replace("&#45;", "-");
    }
}
