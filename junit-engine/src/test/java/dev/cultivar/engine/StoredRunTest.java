package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs against an endpoint that counts, and the store between them. */
class StoredRunTest extends AtLab {

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 12)
    @CoverageGate(min = 0.8)
    static class SameQuestions {
        @CulturalProbe({"F118", "F120"})
        void both() {}
    }

    /** 12 responses in 2 languages, each asked and judged. */
    private static final int CALLS = 2 * 2 * 12;

    /** Four prompts in each of two languages; the same answers as before, which need not be judged again, and as many judgements. */
    private static final int ANEW = 2 * 4 + 2 * 4;

    @Test
    void aSecondRunAsksAFewAnewAndFindsTheSame() throws IOException {
        LabRun first = run();
        assertThat(complaints(first.of(Suite.class))).isEmpty();
        assertThat(lab.calls).hasValueBetween(CALLS - 4, CALLS);
        JsonNode found = first.results();
        int asked = lab.calls.get();

        LabRun second = run();
        assertThat(complaints(second.of(Suite.class))).isEmpty();

        assertThat(lab.calls).hasValue(asked + ANEW);
        assertThat(withoutTimesAndAccount(second.results())).isEqualTo(withoutTimesAndAccount(found));
        JsonNode account = second.results().at("/run/suites/0/account/models/perfect");
        assertThat(account.path("asked").asInt()).isEqualTo(8);
        assertThat(account.path("recalled").asInt()).isEqualTo(24);
        assertThat(account.path("saved")).isEqualTo(found.at("/run/suites/0/account/models/perfect/paid"));
        assertThat(second.console()).containsPattern("Paid for perfect: 8 calls, .*; the store saved 24 calls");
        assertThat(first.console()).contains("\n24 answers, all asked now.\n");
        assertThat(second.console())
                .containsPattern("24 answers, none asked now; from the store 24 (of today|up to a week old);"
                        + " 8 prompts asked again to compare\\.\\n");
        assertThat(account.at("/answers/now").asInt()).isZero();
        assertThat(account.at("/answers/stored").elements().next().asInt()).isEqualTo(24);
    }

    @Test
    void theCommandThatRepeatsARunKeepsEverySettingThatWasGiven() throws IOException {
        LabRun run = run().with("cultivar.confidence", "0.9").with("cultivar.inconclusive", "pass");
        run.of(Suite.class);

        String whole = run.results().at("/run/suites/0/rerun").asText();
        assertThat(whole)
                .contains(
                        " -Dcultivar.config=" + settings,
                        " -Dcultivar.confidence=0.9",
                        " -Dcultivar.inconclusive=pass",
                        " -Dcultivar.rounds=100",
                        " -Dcultivar.languages=da,en")
                .doesNotContain("cultivar.output", "cultivar.basedir");
        // Coverage is exact, so a gate of one language decides the same by itself.
        assertThat(run.results().at("/gates/0/rerun").asText()).contains(" -Dcultivar.languages=da ");
    }

    @Test
    void aRunOfAPartLeavesNoOlderWholeRunToBeSavedAsABaseline() {
        Path whole = new RunReports(folder.resolve("out"), Optional.empty()).baseline(Suite.class.getName());
        run().of(Suite.class);
        assertThat(whole).isNotEmptyFile();

        run().with("cultivar.shard", "1/2").of(Suite.class);

        assertThat(whole).doesNotExist();
    }

    @Test
    void suitesOfOneRunShareTheStore() {
        run().of(Suite.class);
        int asked = lab.calls.get();

        run().with("cultivar.output", folder.resolve("other").toString()).of(SameQuestions.class);

        assertThat(lab.calls).hasValue(asked + ANEW);
    }

    @Test
    void replayNeedsNoKeyAndAsksNobody() throws IOException {
        LabRun recorded = run().with("cultivar.mode", "record");
        assertThat(complaints(recorded.of(Suite.class))).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("out/recorded/" + file(Suite.class))))
                .hasSizeBetween(CALLS - 3, CALLS + 1);
        JsonNode found = recorded.results();
        lab.close();

        LabRun replayed = run().withoutKey().with("cultivar.mode", "replay");
        assertThat(complaints(replayed.of(Suite.class))).isEmpty();

        assertThat(replayed.results().path("results")).isEqualTo(found.path("results"));
        assertThat(replayed.results().path("cells")).isEqualTo(found.path("cells"));
        String digest = answers(found);
        assertThat(answers(replayed.results())).isEqualTo(digest).matches("[0-9a-f]{64}");
        assertThat(recorded.console()).doesNotContain(digest);
        assertThat(replayed.console())
                .contains("; replayed for " + Suite.class.getName() + ": SHA-256 " + digest + ".\n");
    }

    private static String answers(JsonNode results) {
        return results.at("/run/suites/0/answers").asText();
    }

    @Test
    void aPolicyPinsTheAnswersThatMayBeReplayed() throws IOException {
        LabRun asked = run().with("cultivar.basedir", folder.toString());
        asked.of(Suite.class);
        Path policy = folder.resolve("cultivar-policy.yaml");

        Files.writeString(policy, "replay: [" + "ab".repeat(32) + "]");
        LabRun other = run().with("cultivar.basedir", folder.toString()).with("cultivar.mode", "replay");
        assertThat(complaints(other.of(Suite.class))).anySatisfy(line -> assertThat(line)
                .contains("cultivar-policy.yaml, line 1: " + Suite.class.getName())
                .contains("replays answers with the digest " + answers(asked.results())));

        Files.writeString(policy, "replay: [" + answers(asked.results()) + "]");
        LabRun pinned = run().with("cultivar.basedir", folder.toString()).with("cultivar.mode", "replay");
        assertThat(complaints(pinned.of(Suite.class))).isEmpty();
    }

    @Test
    void aGapInWhatIsReplayedIsRed() {
        run().with("cultivar.models", "perfect").of(Suite.class);
        int asked = lab.calls.get();

        List<String> said = complaints(run().with("cultivar.mode", "replay")
                .with("cultivar.models", "uniform")
                .of(Suite.class));

        assertThat(said).hasSize(6).allSatisfy(line -> assertThat(line)
                .contains("replay found no stored answer of uniform", "-Dcultivar.mode=record")
                .doesNotContain("\n"));
        assertThat(lab.calls).hasValue(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "record", "live"})
    void anAnswerThatWasChangedInTheStoreIsRed(String mode) throws SQLException {
        assertThat(complaints(run().of(Suite.class))).isEmpty();
        int asked = lab.calls.get();
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("responses.db"));
                Statement change = store.createStatement()) {
            assertThat(change.executeUpdate("UPDATE cultivar_response SET answer = replace(answer, 'con', 'pro') WHERE"
                            + " kind = 'JUDGEMENT' AND answer LIKE '%con%'"))
                    .isPositive();
        }

        List<String> said = complaints(run().with("cultivar.mode", mode).of(Suite.class));

        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("a stored answer of judge", "has changed since it was stored")
                .doesNotContain("\n"));
        assertThat(lab.calls).hasValueLessThanOrEqualTo(asked + ANEW);
    }

    @Test
    void replayingAStoreThatIsNotThereIsRedAndMakesNone() {
        List<String> said = complaints(run().with("cultivar.mode", "replay").of(Suite.class));

        assertThat(said).hasSize(6).allSatisfy(line -> assertThat(line).contains("there is no store at"));
        assertThat(folder.resolve("responses.db")).doesNotExist();
    }

    @Test
    void refreshAsksAgain() {
        run().of(Suite.class);
        int asked = lab.calls.get();

        run().with("cultivar.mode", "refresh").of(Suite.class);

        assertThat(lab.calls).hasValue(2 * asked);
    }

    @Test
    void anotherSeedIsAnotherQuestion() {
        run().of(Suite.class);
        int asked = lab.calls.get();

        run().with("cultivar.seed", "2").of(Suite.class);

        assertThat(lab.calls.get()).isGreaterThan(asked + 12);
    }

    @Test
    void whatTheJudgeSaidWronglyOnceIsNotBelievedWhenReplayed() throws IOException {
        AtomicInteger judged = new AtomicInteger();
        // The judge's first answer to everything is unusable; the model's are left alone.
        lab.tamper = answer -> answer.contains("\"model\":\"judge\"") && judged.getAndIncrement() % 2 == 0
                ? answer.replaceAll("pro|con\\b", "maybe")
                : answer;
        LabRun first = run().with("cultivar.languages", "en").with("cultivar.responses", "2");
        first.of(Suite.class);
        JsonNode found = first.results().path("cells");
        assertThat(judged.get()).isGreaterThan(2);

        lab.close();
        LabRun replayed = run().with("cultivar.languages", "en")
                .with("cultivar.responses", "2")
                .with("cultivar.mode", "replay");
        replayed.of(Suite.class);

        assertThat(replayed.results().path("cells")).isEqualTo(found);
    }

    @Test
    void aJudgementThatWasNeverUsableIsKeptAndToldUntilItIsRefreshed() throws IOException {
        lab.tamper =
                answer -> answer.contains("\"model\":\"judge\"") ? answer.replaceAll("pro|con\\b", "maybe") : answer;
        LabRun first = run().with("cultivar.languages", "en");
        List<String> said = complaints(first.of(Suite.class));
        int asked = lab.calls.get();
        JsonNode found = first.results();
        // The judge is well again, but nobody asks it.
        lab.tamper = answer -> answer;

        LabRun second = run().with("cultivar.languages", "en");
        List<String> saidAgain = complaints(second.of(Suite.class));

        assertThat(lab.calls)
                .as("but four prompts of the model; no stance is stored that the judge could be asked for anew")
                .hasValue(asked + 4);
        assertThat(said).anySatisfy(line -> assertThat(line)
                .contains(
                        "JUDGE_ERROR",
                        "was not usable twice",
                        "only a run with -Dcultivar.mode=refresh asks the same judge for others"));
        assertThat(saidAgain).isEqualTo(said);
        assertThat(second.results().path("cells")).isEqualTo(found.path("cells"));

        LabRun refreshed = run().with("cultivar.languages", "en").with("cultivar.mode", "refresh");
        assertThat(complaints(refreshed.of(Suite.class))).isEmpty();
        LabRun after = run().with("cultivar.languages", "en");
        assertThat(complaints(after.of(Suite.class))).isEmpty();
        assertThat(after.results().path("cells")).isEqualTo(refreshed.results().path("cells"));
    }

    @Test
    void aFileThatIsNoStoreIsLeftAloneAndTheRunIsRed() throws IOException {
        Path file = Files.writeString(folder.resolve("responses.db"), "my thesis, the only copy");

        List<String> said = complaints(run().of(Suite.class));

        assertThat(said).hasSize(6).allSatisfy(line -> assertThat(line)
                .contains("is not a store of Cultivar and is left alone")
                .doesNotContain("\n"));
        assertThat(file).hasContent("my thesis, the only copy");
        assertThat(lab.calls).hasValue(0);
    }

    @Test
    void aLongRunSaysHowFarItIs() {
        // 48 calls, 4 at a time, a quarter of a second each.
        lab.pause = 250;
        LabRun told = run().with("cultivar.progress", "1s");
        told.of(Suite.class);
        assertThat(told.console())
                .containsPattern(
                        "Cultivar Suite: \\d+ of 24 responses \\(\\d+%\\), \\d+ left.* under way of at most 4");

        LabRun silent = run().with("cultivar.progress", "off").with("cultivar.mode", "refresh");
        silent.of(Suite.class);
        assertThat(silent.console()).doesNotContain("Cultivar Suite: ");
    }

    @Test
    void theStoreAndEveryAnswerInFullAreReadableByTheirOwnerOnlyAndReportsAreNot() throws IOException {
        run().of(Suite.class);

        Path usual = Files.createFile(folder.resolve("usual"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList()).allSatisfy(file -> {
                String name = file.getFileName().toString();
                boolean answers = name.contains("responses.");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(name)
                        .isEqualTo(
                                answers
                                        ? "rw-------"
                                        : PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
            });
        }
    }

    @Test
    void theKeyIsNeitherInTheStoreNorInTheResults() throws IOException {
        run().with("cultivar.mode", "record").of(Suite.class);

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("sk-lab-0123456789");
            }
        }
    }

    private static String file(Class<?> suite) {
        return suite.getName().replaceAll("[^A-Za-z0-9._-]", "_") + ".jsonl";
    }

    /** Everything but when it was, and who paid. */
    static JsonNode withoutTimesAndAccount(JsonNode results) {
        ObjectNode copy = results.deepCopy();
        copy.remove("digest");
        ObjectNode run = (ObjectNode) copy.path("run");
        run.remove(List.of("started", "finished"));
        run.path("suites").forEach(suite -> ((ObjectNode) suite).remove(List.of("started", "finished", "account")));
        return copy;
    }
}
