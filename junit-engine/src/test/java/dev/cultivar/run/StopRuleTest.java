package dev.cultivar.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Outcome;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StopRuleTest extends WithParticipants {

    @Test
    void betweenLooksTheRuleSeesWhatWasAskedSoFarAndWhoStopsIsAskedNoMore() {
        RunPlan looked = plan(16);
        participants.answer = request -> done("x");
        List<Map<Integer, Long>> seen = new ArrayList<>();
        SampleKey stops = new SampleKey("planted/fifty", "xx");
        StopRule rule = (look, soFar) -> {
            seen.add(soFar.responses()
                    .collect(Collectors.groupingBy(ResponseRecord::sample, TreeMap::new, Collectors.counting())));
            return look == 1 ? Set.of(stops) : Set.of();
        };

        RunRecord record;
        try (SuiteRun run = SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, rule)) {
            record = run.record().join();
            assertThat(run.progress().planned()).isEqualTo(16 + 8);
            assertThat(run.progress().done()).isEqualTo(16 + 8);
        }

        // Two topics and two models; after two looks one model is left.
        assertThat(seen)
                .containsExactly(
                        Map.of(0, 4L, 1, 4L),
                        Map.of(0, 4L, 1, 4L, 2, 4L, 3, 4L),
                        Map.of(0, 4L, 1, 4L, 2, 4L, 3, 4L, 4, 2L, 5, 2L));
        assertThat(participants.asked).hasSize(16 + 8);
        assertThat(record.complete()).isTrue();
        assertThat(record.cells()).allSatisfy(cell -> assertThat(cell.planned())
                .isEqualTo(cell.key().sample().equals(stops) ? 4 : 8));
    }

    @Test
    void whatEndsBecauseTheRunIsStoppedIsNoPartOfALook() throws InterruptedException {
        RunPlan looked = plan(16);
        Queue<CompletableFuture<ModelResponse>> inFlight = new ConcurrentLinkedQueue<>();
        CountDownLatch secondLook = new CountDownLatch(8);
        participants.answer = request -> {
            if (participants.asked.size() <= 8) {
                return done("x");
            }
            CompletableFuture<ModelResponse> call = new CompletableFuture<>();
            inFlight.add(call);
            secondLook.countDown();
            return call;
        };
        participants.onClose = () -> inFlight.forEach(
                call -> call.completeExceptionally(new ProviderException(Kind.CANCELLED, "the run was cancelled")));
        try (SuiteRun run =
                SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, (look, soFar) -> Set.of())) {
            assertThat(secondLook.await(60, TimeUnit.SECONDS)).isTrue();

            run.cancel();

            assertThat(run.interrupted().responses())
                    .as("the first of four looks at four cells")
                    .hasSize(8)
                    .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.SCORED));
        }
    }

    @Test
    void aRuleThatBreaksBreaksTheRun() {
        RunPlan looked = plan(16);
        participants.answer = request -> done("x");
        StopRule broken = (look, soFar) -> {
            throw new IllegalStateException("no statistics");
        };

        try (SuiteRun run = SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, broken)) {
            assertThatThrownBy(() -> run.record().join()).hasRootCauseMessage("no statistics");
        }
        assertThat(participants.asked).hasSize(8);
    }

    @Test
    void whereEverybodyStopsTheRunIsOver() {
        RunPlan looked = plan(16);
        participants.answer = request -> done("x");
        StopRule all = (look, soFar) ->
                soFar.cells().stream().map(cell -> cell.key().sample()).collect(Collectors.toSet());

        try (SuiteRun run = SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, all)) {
            assertThat(run.record().join().responses()).hasSize(8);
        }
    }
}
