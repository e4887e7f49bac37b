package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What loosens a gate is seen in every report. */
class AllowedRunTest extends AtLab {

    private static final String HEADING = "What this run was allowed";

    @Test
    void aParameterThatLoosensARunIsSeenEverywhereWithThePlaceThatGaveIt() throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        Files.writeString(folder.resolve(".mvn/maven.config"), "-Dcultivar.confidence=0.9\n");
        LabRun run = allowed().with("cultivar.confidence", "0.9").with("cultivar.inconclusive", "pass");

        run.of(Suite.class);

        assertThat(reports(run)).allSatisfy(report -> assertThat(report)
                .contains(HEADING)
                .contains("confidence 0.9 (.mvn/maven.config)")
                .contains("inconclusive pass (build file)"));
        JsonNode settings = run.results().at("/run/suites/0/settings");
        assertThat(settings.at("/confidence/given").asText()).isEqualTo(".mvn/maven.config");
        assertThat(settings.at("/seed/given").isNull()).isTrue();
    }

    @Test
    void suitesThatTheModuleDeclaresAndTheRunLeavesOutAreNamed() throws IOException {
        LabRun run = allowed();

        run.of(Suite.class);

        assertThat(run.results().at("/run/suites/0/leftOut/suites"))
                .extracting(JsonNode::asText)
                .contains("dev.cultivar.engine.sound.SoundSuites$OneGate")
                .doesNotContain(Suite.class.getName());
        assertThat(reports(run)).allSatisfy(report -> assertThat(report)
                .containsPattern("Suites of the module that this run left out: .* and \\d+ more\\."));
    }

    @CulturalSuite(
            models = {"uniform", "perfect"},
            languages = {"da", "en"},
            responses = 12)
    @CoverageGate(min = 0.8)
    static class TwoModels {
        @CulturalProbe("F120")
        void abortion() {}
    }

    @Test
    void modelsAndLanguagesOfTheSuiteThatAParameterLeavesOutAreNamed() throws IOException {
        LabRun run = allowed().with("cultivar.models", "perfect").with("cultivar.languages", "en");

        run.of(TwoModels.class);

        JsonNode leftOut = run.results().at("/run/suites/0/leftOut");
        assertThat(leftOut.at("/models")).extracting(JsonNode::asText).containsExactly("uniform");
        assertThat(leftOut.at("/languages")).extracting(JsonNode::asText).containsExactly("da");
        assertThat(reports(run)).allSatisfy(report -> assertThat(report)
                .contains("Models of the suites that a parameter left out: uniform.")
                .contains("Languages of the suites that a parameter left out: Danish."));
    }

    @Test
    void modelsThatTheSettingsFileNamesTakeThePlaceOfThoseOfTheSuite() throws IOException {
        Files.writeString(settings, Files.readString(settings) + "run: {models: [uniform]}\n");
        LabRun run = allowed().with("cultivar.models", "perfect");

        run.of(TwoModels.class);

        JsonNode leftOut = run.results().at("/run/suites/0/leftOut");
        assertThat(leftOut.at("/models")).extracting(JsonNode::asText).containsExactly("uniform");
        assertThat(leftOut.at("/languages")).isEmpty();
    }

    @Test
    void aThresholdThatMovedAndAGateThatIsNoMoreAreSeenAgainstTheBaseline() throws IOException {
        allowed().of(Suite.class);
        Path saved;
        try (Stream<Path> files = Files.list(folder.resolve("out/baselines"))) {
            saved = files.findFirst().orElseThrow();
        }
        Path baseline = folder.resolve("baselines/baseline.json");
        Files.createDirectories(folder.resolve("baselines"));
        String text = Files.readString(saved);
        String danish = gate("coverage", "da", ">= 0.8");
        assertThat(text).contains(danish);
        Files.writeString(
                baseline, text.replace(danish, gate("coverage", "da", ">= 0.9") + ", " + gate("bias", "en", "<= 0")));
        LabRun run = allowed();

        assertThat(complaints(run.of(Suite.class))).isEmpty();

        assertThat(run.console())
                .contains("Changed since the baseline: bias of perfect in English <= 0 then, no gate now;"
                        + " coverage of perfect in Danish >= 0.9 then, >= 0.8 now");
        assertThat(Files.readString(folder.resolve("out/summary.md"))).contains("Changed since the baseline");
    }

    private static String gate(String kind, String language, String bound) {
        return "{ \"gate\" : { \"kind\" : \"" + kind + "\", \"model\" : \"perfect\", \"language\" : \"" + language
                + "\" }, \"bound\" : \"" + bound + "\" }";
    }

    @Test
    void theDigestOfThePolicyIsInEveryReport() throws IOException {
        LabRun free = allowed();
        free.of(Suite.class);
        assertThat(reports(free)).allSatisfy(report -> assertThat(report).contains("No policy: only the suites"));

        Path policy = Files.writeString(folder.resolve("cultivar-policy.yaml"), "inconclusive: fail\n");
        LabRun held = allowed();
        held.of(Suite.class);

        String digest = Sha256.of(policy).hex();
        assertThat(reports(held))
                .allSatisfy(report -> assertThat(report).contains("Held to the policy with SHA-256 " + digest));
        assertThat(held.results().at("/run/suites/0/settings/policy/value").asText())
                .isEqualTo(digest);
    }

    private LabRun allowed() {
        return run().with("cultivar.basedir", folder.toString());
    }

    private List<String> reports(LabRun run) throws IOException {
        return List.of(
                run.console(),
                Files.readString(folder.resolve("out/summary.md")),
                Files.readString(folder.resolve("out/report.html")));
    }
}
