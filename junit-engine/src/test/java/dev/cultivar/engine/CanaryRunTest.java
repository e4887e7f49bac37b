package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreKey;
import dev.cultivar.store.StoreStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A live run that would rest on stored answers, and what became of the model behind the name since. */
class CanaryRunTest extends AtLab {

    private static final UnaryOperator<String> NO_FINGERPRINT =
            answer -> answer.replaceAll("\"system_fingerprint\":\"[^\"]*\",", "");

    /** A model whose values are those of Nigeria answers under the name of the one that knows each language's own. */
    private BinaryOperator<String> swapped() {
        return (request, answer) -> {
            if (!request.contains("perfect-local")) {
                return answer;
            }
            try {
                return lab.ask(request.replace("perfect-local", "perfect-NG"))
                        .body()
                        .replace("perfect-NG", "perfect-local");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
    }

    /** Four prompts in each of two languages; and so many judgements of stored answers. */
    private static final int ANEW = 8 + 8;

    private static final UnaryOperator<String> ANOTHER_JUDGE =
            answer -> answer.replace("\"model\":\"judge\"", "\"model\":\"judge-2026\"");

    private int first() {
        assertThat(complaints(run().of(Suite.class))).isEmpty();
        return lab.calls.get();
    }

    @Test
    void aBackendWithAnotherFingerprintIsRedAndIsAskedNoMore() throws IOException {
        int asked = first();
        lab.tamper = answer -> answer.replace("planted-1", "planted-2");

        // Twice as many responses, half of which the store does not have.
        LabRun run = run().with("cultivar.responses", "24");
        List<String> said = complaints(run.of(Suite.class));

        assertThat(lab.calls).hasValue(asked + ANEW);
        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("perfect-local@planted-1", "perfect-local@planted-2", "-Dcultivar.mode=refresh"));
        assertThat(run.results().path("gates")).hasSize(2).allSatisfy(gate -> {
            assertThat(gate.path("verdict").asText()).isEqualTo("FAIL");
            assertThat(gate.at("/facts/obstacle/kind").asText()).isEqualTo("OtherBackend");
        });
        assertThat(run.console())
                .contains("Asked perfect again: 8 of 8 stored prompts answered", "by perfect-local@planted-2");
    }

    @Test
    void whatTheStoreSavedIsCountedOnceThoughStancesWereLookedUpBefore() throws IOException {
        int asked = first();

        LabRun run = run();
        assertThat(complaints(run.of(Suite.class))).isEmpty();

        // One judgement an answer; and of those that the model gives anew, word for word as before.
        JsonNode models = run.results().at("/run/suites/0/account/models");
        assertThat(models.at("/perfect/recalled").asInt()).isEqualTo(asked / 2);
        assertThat(models.at("/judge/recalled").asInt()).isEqualTo(asked / 2 + ANEW / 2);
    }

    @Test
    void aBackendThatNamesAnotherModelIsRed() {
        int asked = first();
        lab.tamper = answer -> answer.replace("\"model\":\"perfect-local\"", "\"model\":\"perfect-local-2026\"");

        List<String> said = complaints(run().of(Suite.class));

        assertThat(lab.calls).hasValue(asked + ANEW);
        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line).contains("perfect-local-2026@planted-1"));
    }

    @Test
    void anotherJudgeUnderTheSameNameIsRedThoughEveryStanceIsStored() throws IOException {
        int asked = first();
        lab.tamper = ANOTHER_JUDGE;

        LabRun run = run();
        List<String> said = complaints(run.of(Suite.class));

        assertThat(lab.calls).hasValue(asked + ANEW);
        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("judge (judge) came from judge@planted-1", "it is judge-2026@planted-1"));
        assertThat(run.results().path("gates")).hasSize(2).allSatisfy(gate -> {
            assertThat(gate.path("verdict").asText()).isEqualTo("FAIL");
            assertThat(gate.at("/facts/obstacle/kind").asText()).isEqualTo("OtherBackend");
        });
        assertThat(run.console()).contains("Asked judge (judge) again: 8 of 8 stored judgements answered");
    }

    @Test
    void aJudgeThatLabelsNothingAnyMoreIsRedThoughEveryStanceIsStored() throws IOException {
        int asked = first();
        lab.tamper =
                answer -> answer.contains("\"model\":\"judge\"") ? answer.replaceAll("pro|con\\b", "maybe") : answer;

        List<String> said = complaints(run().of(Suite.class));

        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line).contains("judge (judge)", "asked again"));
        assertThat(lab.calls).as("each twice of the judge").hasValue(asked + ANEW + 8);
    }

    @Test
    void otherAnswersWithoutAFingerprintAreRed() throws IOException {
        lab.tamper = NO_FINGERPRINT;
        int asked = first();
        lab.instead = swapped();

        LabRun run = run().with("cultivar.canary", "12");
        List<String> said = complaints(run.of(Suite.class));

        assertThat(lab.calls).hasValueGreaterThanOrEqualTo(asked + 24);
        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("perfect answers 24 prompts differently from its stored answers (p <0.0001)"));
        assertThat(run.results().at("/gates/0/facts/obstacle/kind").asText()).isEqualTo("OtherAnswers");
        assertThat(run.results().at("/run/suites/0/account/canaries/perfect/pairs"))
                .hasSize(24);
    }

    @Test
    void withoutAFingerprintAsManyAreAskedAsCanRaiseAnAlarm() throws IOException {
        lab.tamper = NO_FINGERPRINT;
        first();
        LabRun again = run();
        assertThat(complaints(again.of(Suite.class))).isEmpty();

        assertThat(again.results().at("/run/suites/0/account/canaries/perfect/asked"))
                .isEqualTo(again.results().at("/run/suites/0/account/canaries/judge (judge)/asked"))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.asInt()).isEqualTo(5));
        assertThat(again.console()).contains("perfect: values not gated: coverage passes");

        LabRun english = run().with("cultivar.languages", "en");
        english.of(Suite.class);
        assertThat(english.results()
                        .at("/run/suites/0/account/canaries/perfect/asked/en")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void aModelOfWhichTooFewAnswersAreStoredToTellIsNotReleased() throws IOException {
        lab.tamper = NO_FINGERPRINT;
        assertThat(complaints(run().with("cultivar.responses", "4").of(Suite.class)))
                .isEmpty();
        lab.instead = swapped();

        LabRun run = run();
        run.of(Suite.class);

        assertThat(run.console())
                .contains(
                        "perfect: not decided: ",
                        "too few answers asked for again (8) to show whether perfect is still the model that gave the stored ones")
                .doesNotContain("perfect: release");
        assertThat(summary())
                .contains("The endpoint of perfect gives no fingerprint, so only 8 answers asked for again can show")
                .contains("it takes at least 10 to raise an alarm");
    }

    @Test
    void theSameAnswersAreGreenWithAndWithoutAFingerprint() throws IOException {
        first();
        assertThat(complaints(run().of(Suite.class))).isEmpty();
        assertThat(summary()).contains("8 prompts asked again to compare").doesNotContain("no fingerprint");

        Files.delete(folder.resolve("responses.db"));
        lab.tamper = NO_FINGERPRINT;
        first();
        LabRun again = run().with("cultivar.canary", "12");
        assertThat(complaints(again.of(Suite.class))).isEmpty();
        assertThat(again.console()).contains("24 pairs, p 1");
        assertThat(summary()).contains("gives no fingerprint", "in about 1 of 100 cases");
    }

    @Test
    void anEndpointThatIsDownIsRedThoughEverythingIsStored() {
        first();
        lab.vanish();

        assertThat(complaints(run().of(Suite.class))).isNotEmpty();
        assertThat(complaints(run().with("cultivar.mode", "replay").of(Suite.class)))
                .isEmpty();
    }

    @Test
    void aModelThatAnswersNothingAnyMoreIsRedThoughEverythingIsStored() throws IOException {
        int asked = first();
        lab.tamper = answer -> answer.contains("\"model\":\"perfect-local\"") ? "out of order" : answer;

        LabRun run = run();
        List<String> said = complaints(run.of(Suite.class));

        assertThat(lab.calls).hasValue(asked + ANEW);
        assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("asked again")
                .containsPattern("da, en|Danish and English"));
        assertThat(run.results().path("gates")).hasSize(2).allSatisfy(gate -> {
            assertThat(gate.path("verdict").asText()).isEqualTo("FAIL");
            assertThat(gate.at("/facts/obstacle/kind").asText()).isEqualTo("NotAskedAnew");
        });
    }

    @Test
    void aRunThatGoesOnAsksNothingAnew() {
        assertThat(interrupted(run(), Suite.class, 20)).isNotEmpty();
        assertThat(complaints(run().of(Suite.class))).isEmpty();

        assertThat(canaries()).isZero();
    }

    @Test
    void aRunThatGoesOnDoesNotAskAgainWhatTheBrokenOneAskedAnew() {
        int asked = first();
        lab.asked.clear();
        // More responses, broken off behind the first few that are new.
        assertThat(interrupted(run().with("cultivar.responses", "48"), Suite.class, asked + ANEW + 12))
                .isNotEmpty();
        assertThat(complaints(run().with("cultivar.responses", "48").of(Suite.class)))
                .isEmpty();

        assertThat(canaries()).isEqualTo(ANEW);
        int after = lab.calls.get();
        assertThat(complaints(run().with("cultivar.responses", "48").of(Suite.class)))
                .isEmpty();
        assertThat(lab.calls).as("a run behind one that ended").hasValue(after + ANEW);
        assertThat(canaries()).isEqualTo(2 * ANEW);
    }

    @Test
    void noneIsAskedAnewWhereNobodyWantsItAndThatIsSaid() throws IOException {
        int asked = first();
        lab.instead = swapped();

        assertThat(complaints(run().with("cultivar.canary", "0").of(Suite.class)))
                .isEmpty();

        assertThat(lab.calls).hasValue(asked);
        assertThat(summary()).contains("with cultivar.canary=0, none was asked for again");
    }

    @Test
    void neitherReplayNorRefreshAsksAnythingBeside() {
        int asked = first();
        run().with("cultivar.mode", "refresh").of(Suite.class);
        assertThat(lab.calls).hasValue(2 * asked);

        run().with("cultivar.mode", "replay").of(Suite.class);

        assertThat(lab.calls).hasValue(2 * asked);
        assertThat(canaries()).isZero();
    }

    @Test
    void whatIsAskedAnewIsKeptApartAndPaidForAndNoResponseOfTheRun() throws IOException {
        first();
        LabRun again = run().with("cultivar.mode", "record");
        assertThat(complaints(again.of(Suite.class))).isEmpty();

        assertThat(canaries()).isEqualTo(ANEW);
        JsonNode account = again.results().at("/run/suites/0/account");
        assertThat(account.at("/models/perfect/asked").asInt()).isEqualTo(8);
        assertThat(account.at("/models/perfect/money").asDouble()).isPositive();
        assertThat(account.at("/models/perfect/answers/now").asInt()).isZero();
        assertThat(account.at("/canaries/perfect/asked/da").asInt()).isEqualTo(4);
        assertThat(again.results().path("cells"))
                .allSatisfy(
                        cell -> assertThat(cell.at("/outcomes/SCORED").asInt()).isEqualTo(6));
        try (var recorded = Files.list(folder.resolve("out/recorded"))) {
            assertThat(recorded).singleElement().satisfies(file -> assertThat(Files.readString(file))
                    .doesNotContain("CANARY"));
        }
    }

    @CulturalSuite(
            models = {"planted/perfect-local", "planted/world"},
            languages = {"da", "en"},
            responses = 12)
    @CoverageGate(min = 0.8)
    static class BuiltIn {
        @CulturalProbe({"F118", "F120"})
        void both() {}
    }

    @Test
    void builtInModelsAreAskedAnewOverLoopbackAndAreTheSame() {
        LabRun first = new LabRun(folder, settings).with("cultivar.models", "planted/perfect-local,planted/world");
        assertThat(complaints(first.of(BuiltIn.class))).isEmpty();
        assertThat(complaints(first.of(BuiltIn.class))).isEmpty();

        assertThat(canaries()).as("of two models and the judge").isEqualTo(24);
        assertThat(first.console()).contains("48 answers, none asked now", "16 prompts asked again to compare");
    }

    private long canaries() {
        try (ResponseStore store =
                ResponseStores.open(folder.resolve("responses.db").toString(), StoreMode.REPLAY)) {
            return store.stats().groups().stream()
                    .filter(group -> group.kind() == StoreKey.Kind.CANARY)
                    .mapToLong(StoreStats.Group::answers)
                    .sum();
        }
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve("out/summary.md"));
    }
}
