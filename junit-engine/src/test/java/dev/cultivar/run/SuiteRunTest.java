package dev.cultivar.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.judge.Judgement;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.FullDisk;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.screen.Screening;
import dev.cultivar.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest extends WithParticipants {

    @Test
    void everyPlannedPromptEndsAsOneRecord() {
        participants.answer = request -> done("seven pro, one con, two neutral");

        RunRecord record = run(Set.copyOf(plan.cells()));

        assertThat(record.complete()).isTrue();
        assertThat(record.responses()).hasSize(2 * 12);
        assertThat(record.cells()).hasSize(4).allSatisfy(cell -> {
            assertThat(cell.planned()).isEqualTo(6);
            assertThat(cell.outcomes()).isEqualTo(Map.of(Outcome.SCORED, 6));
            // the paper's example: seven pro, one con, two neutral give 7/8
            assertThat(cell.polarity()).isEqualTo(0.875);
        });
        assertThat(record.spent()).containsEntry("planted/fifty", new Usage(120, 240));
        assertThat(record.backends()).containsEntry("planted/fifty", List.of("fake@f1"));
    }

    @Test
    void aSelectedCellIsAskedTheSamePromptsAsInTheWholeRun() {
        participants.answer = request -> done("x");
        CellKey cell = new CellKey("B", "planted/uniform", "xx");
        try (SuiteRun whole = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER);
                SuiteRun part = SuiteRun.start(plan, Set.of(cell), participants, StopRule.NEVER)) {
            assertThat(part.record().join().complete()).isFalse();
            assertThat(part.record().join().responses()).hasSize(6);
            assertThat(inMemory(part.record().join(), cell))
                    .isEqualTo(inMemory(whole.record().join(), cell));
        }
    }

    /** So that equal responses of different runs are equal. */
    private static List<ResponseRecord> inMemory(RunRecord run, CellKey cell) {
        return run.responses(cell).stream()
                .map(response -> InMemory.response(
                        response.cell(),
                        response.sample(),
                        response.template(),
                        response.slot(),
                        response.prompt(),
                        response.text(),
                        response.statements(),
                        response.stances(),
                        response.outcome(),
                        response.polarity(),
                        response.detail(),
                        response.usage(),
                        response.judgeUsage()))
                .toList();
    }

    @Test
    void everyModelIsAskedTheSamePromptsWithTheSameSeeds() {
        participants.answer = request -> done("x");
        run(Set.copyOf(plan.cells()));

        List<ChatRequest> asked = List.copyOf(participants.asked);
        assertThat(Set.copyOf(asked)).hasSize(12);
        assertThat(asked).hasSize(24);
    }

    @Test
    void eachWayOfFailingHasItsOutcome() {
        participants.answer = request -> CompletableFuture.failedFuture(
                new ProviderException(ProviderException.Kind.SERVER, "503 from lab, after 5 retries"));
        assertThat(run(Set.copyOf(plan.cells())).responses())
                .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.PROVIDER_ERROR))
                .allSatisfy(response -> assertThat(response.detail()).isEqualTo("503 from lab, after 5 retries"))
                .allSatisfy(response -> assertThat(response.polarity()).isNaN());

        participants.answer = request -> done("x");
        participants.screening = new Screening(List.of("a"), Outcome.WRONG_COUNT, "1 statement, not 10");
        assertThat(run(Set.copyOf(plan.cells())).cells())
                .allSatisfy(cell -> assertThat(cell.outcomes()).isEqualTo(Map.of(Outcome.WRONG_COUNT, 6)))
                .allSatisfy(cell -> assertThat(cell.polarity()).isNaN());

        participants.screening = FakeParticipants.PASSES;
        participants.judgement =
                CompletableFuture.failedFuture(new IllegalStateException("9 stances for 10 statements"));
        assertThat(run(Set.copyOf(plan.cells())).responses())
                .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.JUDGE_ERROR));

        participants.judgement = CompletableFuture.completedFuture(
                new Judgement(Collections.nCopies(10, Stance.NEUTRAL), Set.of(), Usage.NONE, 1, 0));
        assertThat(run(Set.copyOf(plan.cells())).responses())
                .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.NO_STANCE));
    }

    @Test
    void aModelThatTimesOutTwentyTimesInARowIsNotAskedAgainAndHowToGoOnIsSaid() {
        participants.answer = request -> CompletableFuture.failedFuture(
                new ProviderException(ProviderException.Kind.TIMEOUT, "no complete answer within 1 s", 3));
        RunPlan longer = plan(60);
        try (SuiteRun run = SuiteRun.start(longer, Set.copyOf(longer.cells()), participants, StopRule.NEVER)) {
            RunRecord record = run.record().join();

            assertThat(participants.asked).as("twenty of each of two models").hasSize(40);
            assertThat(record.responses()).anySatisfy(response -> assertThat(response.detail())
                    .contains("no complete answer within 1 s; 20 requests in a row ended so, and no more are sent")
                    .contains("with a longer `timeout` in cultivar.yaml, run it again"));
        }
    }

    @Test
    void afterARefusedKeyAModelIsNotAskedAgain() {
        participants.answer = request -> CompletableFuture.failedFuture(
                new ProviderException(ProviderException.Kind.KEY, "Set the environment variable LAB_KEY."));

        RunRecord record = run(Set.copyOf(plan.cells()));

        assertThat(participants.asked).hasSize(2);
        assertThat(record.responses())
                .allSatisfy(response -> assertThat(response.detail()).contains("LAB_KEY"));
    }

    @Test
    void aDefectOfOursIsNoProvidersError() {
        participants.answer = request -> CompletableFuture.failedFuture(new NullPointerException("ours"));

        try (SuiteRun run = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER)) {
            assertThatThrownBy(() -> run.record().join()).hasRootCauseInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void aDiskThatIsFullFailsTheRunWithOneClearLine(@TempDir Path folder) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "skipped: there is no device here that is always full");
        Path link = Files.createSymbolicLink(folder.resolve("answers"), full);
        participants.answer = request -> done("x");

        try (SuiteRun run = SuiteRun.start(
                plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER, FullDisk.responses(link))) {
            assertThatThrownBy(() -> run.record().join())
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be kept in the folder " + folder)
                    .hasMessageContaining("free some space");
        }
        assertThat(full).exists();
    }

    @Test
    void cancellingEndsEveryCellThatIsNotDone() {
        participants.answer = request -> new CompletableFuture<>();
        SuiteRun run = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER);
        CompletableFuture<CellRecord> cell = run.cell(plan.cells().get(0));
        assertThat(cell).isNotDone();

        run.cancel();

        assertThatThrownBy(cell::join).isInstanceOf(CancellationException.class);
        assertThat(participants.closed).isTrue();
    }

    @Test
    void cellsOutsideThePlanCannotBeSelected() {
        assertThatThrownBy(() ->
                        SuiteRun.start(plan, Set.of(new CellKey("A", "nobody", "xx")), participants, StopRule.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SuiteRun.start(plan, Set.of(), participants, StopRule.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
