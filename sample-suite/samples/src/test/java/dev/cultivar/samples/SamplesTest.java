package dev.cultivar.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cultivar.service.DryRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs every sample as the platform does, and says what each comes to. */
class SamplesTest {

    @TempDir
    private Path folder;

    @Test
    void firstProbePasses() {
        assertGreen(run(Sample01FirstProbe.class), 10 + 1);
    }

    @Test
    void modelsAndLanguagesMakeACellEach() {
        assertGreen(run(Sample02ModelsAndLanguages.class), 32 * 2 * 2 + 2);
    }

    @Test
    void anOwnAssertionFailsCellByCell() {
        List<String> failures = failures(run(Sample03OwnAssertion.class));

        assertThat(failures).hasSizeBetween(1, 4).allSatisfy(message -> assertThat(message)
                .contains("distance of planted/perfect-US from DK on F1"));
    }

    @Test
    void theBiasGateFailsAsTheGuideShows() throws IOException {
        assertThat(failures(run(Sample04BiasGate.class))).containsExactly(shown("03-read-a-report.md", "(sample 4)"));
    }

    @Test
    void anIntervalAcrossTheThresholdIsRedUnlessTheBuildSaysOtherwise() {
        assertThat(failures(run(Sample05AlignmentInterval.class)))
                .singleElement()
                .satisfies(
                        message -> assertThat(message).contains("Alignment of planted/mix-US70-DK30", "INCONCLUSIVE"));

        EngineExecutionResults allowed = run(Sample05AlignmentInterval.class, Map.of("cultivar.inconclusive", "pass"));
        assertThat(failures(allowed)).isEmpty();
        assertThat(allowed.testEvents().aborted().count()).isEqualTo(1);
    }

    @Test
    void theRandomModelIsNotConsistent() {
        assertThat(failures(run(Sample06ConsistencyGate.class))).singleElement().satisfies(message -> assertThat(
                        message)
                .contains("Self-consistency of planted/uniform in Danish", "FAIL"));
    }

    @Test
    void theRefuserHasNoCoverage() {
        assertThat(failures(run(Sample07CoverageGate.class)))
                .anySatisfy(message ->
                        assertThat(message).contains("Coverage of planted/refuser in English is", "96 REFUSAL"))
                .filteredOn(message -> message.startsWith("None of the "))
                .hasSize(32);
    }

    @Test
    void aRunNoWorseThanItsBaselinePassesAndAWorseOneDoesNotAsTheGuideShows() throws IOException {
        assertGreen(run(Sample08RegressionGate.class), 32 + 2);

        assertThat(failures(run(
                        Sample08RegressionGate.class, Map.of("cultivar.config", "src/test/resources/drifted.yaml"))))
                .containsExactlyInAnyOrder(
                        shown("05-baselines.md", "(sample 8 with `drifted.yaml`)"),
                        shown("05-baselines.md", "The drift gate of sample 8"));
    }

    @Test
    void fourModelsCannotTellWhatCapabilityDoes() {
        List<String> failures = failures(
                run(Sample09CapabilityGate.class, Map.of("cultivar.config", "src/test/resources/capability.yaml")));

        assertThat(failures).singleElement().satisfies(message -> assertThat(message)
                .contains("Capability coefficient of family mixtures in Danish is", "INCONCLUSIVE. n=512"));
    }

    @Test
    void aCatalogueTakesWhatNoOtherProbeNames() {
        assertGreen(run(Sample10CatalogueProbe.class), 76 + 1);
    }

    @Test
    void tagsChooseCellsAndGatesThenSaySo() {
        EngineExecutionResults family = run(Sample11TagsAndFilters.class, "family");
        assertThat(failures(family)).isEmpty();
        assertThat(family.testEvents().succeeded().count()).isEqualTo(2);

        EngineExecutionResults dutch = run(Sample11TagsAndFilters.class, "language=nl");
        assertThat(failures(dutch)).isEmpty();
        assertThat(dutch.testEvents().succeeded().list())
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .isNotEmpty();
    }

    @Test
    void aSkippedProbeSaysWhy() {
        EngineExecutionResults results = run(Sample12Skipping.class);

        assertThat(failures(results)).isEmpty();
        assertThat(results.allEvents().skipped().list())
                .extracting(event -> event.getRequiredPayload(String.class))
                .contains("The wording is being reviewed.");
    }

    @Test
    void topicsOfOnesOwnNeedStatementsWordingsAndTruth() {
        assertGreen(
                run(Sample17OwnTopics.class, Map.of("cultivar.config", "src/test/resources/own-topics.yaml")), 7 + 2);
    }

    @Test
    void anAnnotationOfATeamBringsItsGates() {
        assertGreen(run(Sample13TeamAnnotation.class), 32 + 3);
    }

    @Test
    void aGroupRunsItsSuites() {
        assertGreen(run(Sample14NestedGroups.class), 2 * (5 + 1));
    }

    @Test
    void realModelsArePlannedWithoutAKey() {
        Map<String, String> parameters =
                Map.of("cultivar.config", "src/test/resources/real-models.yaml", "cultivar.plan", "full");

        String plan = DryRun.describe(
                List.of(Sample15RealModels.class.getName()), key -> Optional.ofNullable(parameters.get(key)));

        assertThat(plan).contains("gemma-2-9b", "gemma-2-27b", "judge-model");
    }

    @Test
    void chatModelsOfAnApplicationAreAskedAsTheyAre() {
        Map<String, String> parameters =
                Map.of("cultivar.config", "src/test/resources/real-models.yaml", "cultivar.plan", "full");

        String plan = DryRun.describe(
                List.of(Sample18ChatModels.class.getName()), key -> Optional.ofNullable(parameters.get(key)));

        assertThat(plan).contains("langchain4j", "spring-ai", "judge-model");
        assertThat(new Sample18ChatModels().langChain4j().apply("What?")).isEqualTo("1. ...");
        assertThat(new Sample18ChatModels().springAi().apply("What?")).isEqualTo("What?");
    }

    @Test
    void bothMethodsRun() {
        assertGreen(run(Sample16PublishedMethod.class), 32 + 2);
        assertGreen(run(Sample16PublishedMethod.class, Map.of("cultivar.method", "published")), 32 + 2);
    }

    private EngineExecutionResults run(Class<?> sample, String tag) {
        return kit(sample).filters(TagFilter.includeTags(tag)).execute();
    }

    private EngineExecutionResults run(Class<?> sample) {
        return run(sample, Map.of());
    }

    private EngineExecutionResults run(Class<?> sample, Map<String, String> parameters) {
        return kit(sample).configurationParameters(parameters).execute();
    }

    private EngineTestKit.Builder kit(Class<?> sample) {
        return EngineTestKit.engine("cultivar")
                .selectors(selectClass(sample))
                .configurationParameter("cultivar.output", folder.toString())
                .configurationParameter("cultivar.allure.results", "none")
                .configurationParameter("cultivar.rounds", "500");
    }

    private static void assertGreen(EngineExecutionResults results, int leaves) {
        assertThat(failures(results)).isEmpty();
        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(leaves).skipped(0).aborted(0));
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream().map(SamplesTest::message).toList();
    }

    /** The block that follows these words on a page of the guide. */
    private static String shown(String page, String words) throws IOException {
        String text = Files.readString(Path.of("../../docs/guide", page));
        int at = text.indexOf(words);
        assertThat(at).as(words).isPositive();
        int start = text.indexOf("```\n", at) + 4;
        return text.substring(start, text.indexOf("\n```", start));
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
