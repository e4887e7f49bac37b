package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;
import dev.cultivar.api.DriftGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoveryIssue;

/** What the owners of a build demand holds against whatever its suites and its parameters say. */
class PolicyTest {

    private static final String SUITE = "dev.cultivar.engine.PolicyTest$Release";

    private static final String SHIFTED = "dev.cultivar.engine.PolicyTest$Shifted";

    @TempDir
    Path root;

    private final Bench bench = new Bench();

    @CulturalSuite(
            models = {"planted/perfect-DK", "planted/perfect-NL"},
            languages = {"da", "nl"},
            responses = 40)
    @CoverageGate(min = 0.8)
    @BiasGate(max = 0.1, models = "planted/perfect-DK")
    static class Release {
        @CulturalProbe({"F118", "F119", "F120", "F121", "F122", "F123"})
        void morals() {}
    }

    @BeforeEach
    void aModuleBelowTheRoot() throws IOException {
        bench.with(
                "cultivar.basedir",
                Files.createDirectories(root.resolve("module")).toString());
    }

    @Test
    void aSuiteAsStrictAsThePolicyRuns() throws IOException {
        policy("""
            models: [planted/perfect-DK]
            languages: [da, nl]
            topics: 2
            gates: {coverage: 0.8}
            confidence: 0.95
            correction: holm
            inconclusive: fail
            replay: never
            canary: 4
            """);

        assertThat(mistakes()).isEmpty();
        assertThat(bench.leaves(selectClass(Release.class))).hasSizeGreaterThan(8);
    }

    @Test
    void aStricterSuiteHoldsToItsOwnThresholds() throws IOException {
        policy("gates: {coverage: 0.5}");

        assertThat(mistakes()).isEmpty();
        assertThat(bench.leaves(selectClass(Release.class)))
                .anySatisfy(leaf -> assertThat(leaf).contains("gate:coverage"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "models: [lab-7b]|does not ask the model lab-7b; add lab-7b",
                "languages: [en]|does not ask in English; add en",
                "topics: 7|asks about 6 topics, but at least 7 are required; add some",
                "gates: {distinct: 0.3}|has no distinct gate; add one",
                "gates: {coverage: 0.85}|has the gate coverage of planted/perfect-DK in Danish >= 0.8, which is looser than"
                        + " the required 0.85; tighten @CoverageGate",
                "gates: {bias: 0.05}|has the gate bias of planted/perfect-DK in Danish towards the US <= 0.1, which is"
                        + " looser than the required 0.05; tighten @BiasGate",
                "gates: {bias: 0.1}|has no bias gate for planted/perfect-NL in Danish; add one",
                "confidence: 0.99|sets cultivar.confidence to 0.95, but at least 0.99 is required; raise it",
                "canary: 5|sets cultivar.canary to 4, but at least 5 is required; raise it",
                "max-age: 30d|sets no cultivar.store.maxAge, but at most 30d is allowed; set it to 30d"
            })
    void aLooserSuiteIsRedWithPlaceAndWhatToDo(String demand, String breach) throws IOException {
        policy("# of the release board\n" + demand);

        assertThat(mistakes())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("cultivar-policy.yaml, line 2: " + SUITE + " ")
                        .endsWith(", or ask the policy's owners to change it.")
                        .doesNotContain("\n"))
                .anySatisfy(line -> assertThat(line).contains(breach));
    }

    @ParameterizedTest
    @CsvSource({
        "confidence, 0.8, confidence: 0.95",
        "correction, none, correction: holm",
        "correction, none, correction: bh",
        "correction, bh, correction: holm",
        "inconclusive, pass, inconclusive: fail",
        "models, planted/perfect-DK, models: [planted/perfect-NL]",
        "languages, da, languages: [nl]",
        "mode, replay, replay: never",
        "canary, 0, canary: 1"
    })
    void aParameterThatLoosensARunIsRed(String setting, String value, String demand) throws IOException {
        policy(demand);
        bench.with("cultivar.store", root.resolve("answers.db").toString());
        assertThat(mistakes()).isEmpty();

        bench.with("cultivar." + setting, value);

        assertThat(mistakes()).hasSize(1).first().asString().contains("cultivar-policy.yaml, line 1: " + SUITE);
    }

    @ParameterizedTest
    @CsvSource({"live, 30d, 0", "live, 720h, 0", "live, 31d, 1", "replay, 31d, 1", "record, 29d, 0", "refresh, 31d, 0"})
    void howOldStoredAnswersMayBeIsNoMoreThanThePolicySays(String mode, String age, int breaches) throws IOException {
        policy("max-age: 30d");
        bench.with("cultivar.store", root.resolve("answers.db").toString());
        bench.with("cultivar.mode", mode).with("cultivar.store.maxAge", age);

        assertThat(mistakes()).hasSize(breaches).allSatisfy(line -> assertThat(line)
                .contains("sets cultivar.store.maxAge to 31d, but at most 30d is allowed; set it to 30d"));
    }

    @Test
    void whatIsLooserAsksNobodyAndIsARedLeaf() throws IOException {
        policy("topics: 50");

        assertThat(bench.leaves(selectClass(Release.class)))
                .singleElement()
                .asString()
                .endsWith("[mistake:1]");
        assertThat(bench.execute(selectClass(Release.class))
                        .allEvents()
                        .failed()
                        .count())
                .isPositive();
        assertThat(bench.pipeline.asked).isEmpty();
    }

    @Test
    void otherSuitesThanThoseItNamesAreFree() throws IOException {
        policy("suites: [it.Other]\ntopics: 50");
        assertThat(mistakes()).isEmpty();

        policy("suites: [module/" + SUITE + "]\ntopics: 50");
        assertThat(mistakes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "basedir", "output", "config"})
    void noParameterLeadsAwayFromIt(String parameter) throws IOException {
        policy("topics: 50");
        String elsewhere = Files.createDirectories(root.resolve("elsewhere")).toString();

        bench.with("cultivar." + parameter, parameter.equals("config") ? file(elsewhere) : elsewhere);

        assertThat(mistakes()).hasSize(1).first().asString().contains("at least 50 are required");
    }

    private static String file(String folder) throws IOException {
        return Files.writeString(Path.of(folder, "cultivar.yaml"), "run: {seed: 2}")
                .toString();
    }

    @Test
    void aMistakeInItIsRed() throws IOException {
        policy("topics: 2\ntopcs: 3\nconfidence: 95");

        assertThat(mistakes())
                .hasSize(2)
                .anySatisfy(
                        line -> assertThat(line)
                                .contains(
                                        "cultivar-policy.yaml, line 2: the policy has no key 'topcs'; its keys are suites, models,"))
                .anySatisfy(
                        line -> assertThat(line).contains("line 3: 'confidence' must be a number from 0.5 to 0.9999."));

        policy("topics: [");
        assertThat(mistakes()).hasSize(1).first().asString().contains("is not YAML");
    }

    @Test
    void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
        Files.createSymbolicLink(root.resolve("cultivar-policy.yaml"), root.resolve("gone.yaml"));

        assertThat(mistakes()).hasSize(1).first().asString().contains("cannot be read", "so nothing may run");
    }

    @Test
    void aSecondOneCannotTakeItsPlace() throws IOException {
        policy("topics: 50");
        Files.writeString(root.resolve("module/cultivar-policy.yaml"), "topics: 1");

        assertThat(mistakes()).hasSize(1).first().asString().contains("more than one policy", "module");
    }

    @Test
    void oneOfAnotherNameIsNotPassedOver() throws IOException {
        Files.writeString(root.resolve("cultivar-policy.yml"), "topics: 50");

        assertThat(mistakes())
                .hasSize(1)
                .first()
                .asString()
                .contains("cultivar-policy.yml must be called cultivar-policy.yaml");
    }

    @Test
    void whereItsDigestIsDemandedItCanNeitherBeDeletedNorChanged() throws IOException {
        Path file = policy("topics: 2");
        bench.with("cultivar.policy", Sha256.of(file).hex());
        assertThat(mistakes()).isEmpty();

        Files.writeString(file, "topics: 1");
        assertThat(mistakes())
                .hasSize(1)
                .first()
                .asString()
                .contains("has the digest " + Sha256.of(file).hex(), "demands");

        Files.delete(file);
        assertThat(mistakes())
                .hasSize(1)
                .first()
                .asString()
                .contains("demands a policy, but there is no cultivar-policy.yaml", "Put it back.");
    }

    /** As {@code -Dcultivar.policy="$POLICY_SHA256"} is where nobody set the variable, as in a build without secrets. */
    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyDemandIsRedAndNotNone(String empty) throws IOException {
        policy("topics: 2");
        bench.with("cultivar.policy", empty);

        assertThat(mistakes()).hasSize(1).first().asString().contains("cultivar.policy is empty", "is not set");
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 40)
    @DistinctGate(min = 0.3, population = "US")
    @AlignmentGate(min = 0.3, metric = "mean-alignment")
    @BiasGate(reference = "NL", max = 0)
    @RegressionGate(baseline = "last.json", margin = 0.05, required = false)
    @DriftGate(baseline = "last.json", required = false)
    static class Shifted {
        @CulturalProbe({"F118", "F119", "F120", "F121", "F122", "F123"})
        void morals() {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distinct: 0.3|has no distinct gate for planted/perfect-DK in Danish without population = \"US\"",
                "alignment: 0.3|has no alignment gate for planted/perfect-DK in Danish without metric = \"mean-alignment\"",
                "bias: 0|has no bias gate for planted/perfect-DK in Danish without reference = \"NL\"",
                "regression: 0.05|has no regression gate for planted/perfect-DK in Danish without required = false",
                "regression: any|has no regression gate for planted/perfect-DK in Danish without required = false",
                "drift: any|has no drift gate for planted/perfect-DK in Danish without required = false"
            })
    void aGateOfTheDemandedKindThatIsAboutSomethingElseOrNeedsNoBaselineDoesNotCount(String demand, String breach)
            throws IOException {
        policy("gates: {" + demand + "}");

        assertThat(mistakes(Shifted.class)).singleElement().asString().contains(SHIFTED + " " + breach + "; add one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"distinct", "alignment", "bias"})
    void whereTheThresholdIsFreeSoIsWhatItIsAbout(String kind) throws IOException {
        policy("gates: {" + kind + ": any}");

        assertThat(mistakes(Shifted.class)).isEmpty();
    }

    private Path policy(String yaml) throws IOException {
        return Files.writeString(root.resolve("cultivar-policy.yaml"), yaml);
    }

    private List<String> mistakes() {
        return mistakes(Release.class);
    }

    private List<String> mistakes(Class<?> suite) {
        return bench.discover(selectClass(suite)).getDiscoveryIssues().stream()
                .map(DiscoveryIssue::message)
                .toList();
    }
}
