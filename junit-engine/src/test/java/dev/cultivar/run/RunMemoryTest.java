package dev.cultivar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.RunRecord;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunMemoryTest extends WithParticipants {

    @Test
    void aLongRunHoldsNoTextOfItsResponsesInMemory() throws InterruptedException {
        int count = 3_000;
        List<WeakReference<String>> texts = Collections.synchronizedList(new ArrayList<>());
        participants.answer = request -> {
            // As a String of its own each, which a literal would not be.
            String text = "answer " + texts.size() + " " + "x".repeat(2_000);
            texts.add(new WeakReference<>(text));
            return done(text);
        };
        RunPlan longer = plan(count / 2);
        try (SuiteRun run = SuiteRun.start(longer, Set.copyOf(longer.cells()), participants, StopRule.NEVER)) {
            RunRecord record = run.record().join();

            assertThat(texts).hasSize(count);
            assertThat(heldAfterCollection(texts)).isLessThan(10);
            assertThat(record.responses()).hasSize(count).allSatisfy(response -> {
                assertThat(response.text()).hasSizeGreaterThan(2_000).startsWith("answer ");
                assertThat(response.statements()).isEqualTo(FakeParticipants.PASSES.statements());
            });
        }
    }

    /** How many are still in memory when the collector has done what it can. */
    private static long heldAfterCollection(List<WeakReference<String>> texts) throws InterruptedException {
        long held = texts.size();
        for (int i = 0; i < 50 && held > 0; i++) {
            System.gc();
            Thread.sleep(10);
            held = texts.stream().filter(text -> text.get() != null).count();
        }
        return held;
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfResponses() {
        participants.answer = request -> done("x");

        long few = heldByARunOf(10_000);
        long many = heldByARunOf(60_000);

        assertThat(many - few).as("bytes for 50,000 responses more").isLessThan(1_000_000);
    }

    /** What is reachable once all responses have ended, with the run's record in hand; those who were asked keep nothing. */
    private long heldByARunOf(int responses) {
        RunPlan longer = plan(responses / 2);
        try (SuiteRun run = SuiteRun.start(longer, Set.copyOf(longer.cells()), participants, StopRule.NEVER)) {
            RunRecord record = run.record().join();
            participants.asked.clear();
            // Some collectors leave a few per cent of dead objects, but not four times in a row.
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            assertThat(record.size()).isEqualTo(responses);
            return held;
        }
    }
}
