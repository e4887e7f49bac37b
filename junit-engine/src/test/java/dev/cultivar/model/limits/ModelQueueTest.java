package dev.cultivar.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelQueueTest {

    private static final long SECOND = 1_000_000_000L;

    private static QueuedCall call(boolean abandoned) {
        TestCall call = new TestCall(() -> {});
        call.abandoned = abandoned;
        return call;
    }

    private static int startable(ModelQueue queue, long now) {
        int started = 0;
        while (queue.next(now) != null) {
            started++;
        }
        return started;
    }

    private static ModelQueue full(int most) {
        ModelQueue queue = new ModelQueue(most);
        for (int i = 0; i < 100; i++) {
            queue.add(call(false));
        }
        return queue;
    }

    @Test
    void noMoreThanTheUsersMaximumAreUnderWay() {
        assertThat(startable(full(8), 0)).isEqualTo(8);
    }

    @Test
    void theLimitHalvesOnOverloadAndClimbsBackByOneWithEachLimitsWorthOfSuccesses() {
        ModelQueue queue = full(16);
        queue.overloaded(10, 5);
        assertThat(queue.limit()).isEqualTo(8);
        int successes = 0;
        while (queue.limit() < 9) {
            queue.succeeded();
            successes++;
        }
        assertThat(successes).isBetween(8, 9);
        for (int i = 0; i < 10_000; i++) {
            queue.succeeded();
        }
        assertThat(queue.limit()).isEqualTo(16);
    }

    @Test
    void oneStormCutsOnceAsItsOtherCallsWereSentBefore() {
        ModelQueue queue = full(16);
        for (int i = 0; i < 16; i++) {
            queue.overloaded(100 + i, 50 + i % 3);
        }
        assertThat(queue.limit()).isEqualTo(8);
        queue.overloaded(300, 200);
        assertThat(queue.limit()).isEqualTo(4);
    }

    @Test
    void theLimitNeverFallsBelowOne() {
        ModelQueue queue = full(4);
        for (int i = 1; i < 20; i++) {
            queue.overloaded(100L * i, 100L * i - 1);
        }
        assertThat(startable(queue, 0)).isEqualTo(1);
    }

    @Test
    void aThrottledLaneStartsNothingUntilItsPauseIsOver() {
        ModelQueue queue = full(4);
        queue.throttled(0, -1, Duration.ofSeconds(2));
        queue.throttled(0, -1, Duration.ofSeconds(1));
        assertThat(startable(queue, 2 * SECOND - 1)).isZero();
        assertThat(startable(queue, 2 * SECOND)).isEqualTo(2);
    }

    @Test
    void patienceCountsFromTheFirstThrottleWithoutASuccessSince() {
        ModelQueue queue = full(4);
        queue.throttled(10 * SECOND, 0, Duration.ZERO);
        queue.throttled(12 * SECOND, 11 * SECOND, Duration.ZERO);
        assertThat(queue.throttledFor(15 * SECOND)).isEqualTo(Duration.ofSeconds(5));
        assertThat(queue.consecutiveThrottles()).isEqualTo(2);
        queue.succeeded();
        assertThat(queue.throttledFor(15 * SECOND)).isZero();
        assertThat(queue.consecutiveThrottles()).isZero();
    }

    @Test
    void callsNobodyWaitsForAreSkipped() {
        ModelQueue queue = new ModelQueue(4);
        queue.add(call(true));
        QueuedCall alive = call(false);
        queue.add(alive);
        assertThat(queue.next(0)).isSameAs(alive);
    }
}
