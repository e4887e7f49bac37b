package dev.cultivar.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.model.TestTicket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelQueueTest {

    private static final long SECOND = 1_000_000_000L;

    private static QueuedCall ticket(boolean dead) {
        TestTicket ticket = new TestTicket(() -> {});
        ticket.dead = dead;
        return ticket;
    }

    private static int startable(ModelQueue lane, long now) {
        int started = 0;
        while (lane.next(now) != null) {
            started++;
        }
        return started;
    }

    private static ModelQueue full(int most) {
        ModelQueue lane = new ModelQueue(most);
        for (int i = 0; i < 100; i++) {
            lane.add(ticket(false));
        }
        return lane;
    }

    @Test
    void noMoreThanTheUsersMaximumAreUnderWay() {
        assertThat(startable(full(8), 0)).isEqualTo(8);
    }

    @Test
    void theLimitHalvesOnOverloadAndClimbsBackByOneWithEachLimitsWorthOfSuccesses() {
        ModelQueue lane = full(16);
        lane.overloaded(10, 5);
        assertThat(lane.limit()).isEqualTo(8);
        int successes = 0;
        while (lane.limit() < 9) {
            lane.succeeded();
            successes++;
        }
        assertThat(successes).isBetween(8, 9);
        for (int i = 0; i < 10_000; i++) {
            lane.succeeded();
        }
        assertThat(lane.limit()).isEqualTo(16);
    }

    @Test
    void oneStormCutsOnceAsItsOtherCallsWereSentBefore() {
        ModelQueue lane = full(16);
        for (int i = 0; i < 16; i++) {
            lane.overloaded(100 + i, 50 + i % 3);
        }
        assertThat(lane.limit()).isEqualTo(8);
        lane.overloaded(300, 200);
        assertThat(lane.limit()).isEqualTo(4);
    }

    @Test
    void theLimitNeverFallsBelowOne() {
        ModelQueue lane = full(4);
        for (int i = 1; i < 20; i++) {
            lane.overloaded(100L * i, 100L * i - 1);
        }
        assertThat(startable(lane, 0)).isEqualTo(1);
    }

    @Test
    void aThrottledLaneStartsNothingUntilItsPauseIsOver() {
        ModelQueue lane = full(4);
        lane.throttled(0, -1, Duration.ofSeconds(2));
        lane.throttled(0, -1, Duration.ofSeconds(1));
        assertThat(startable(lane, 2 * SECOND - 1)).isZero();
        assertThat(startable(lane, 2 * SECOND)).isEqualTo(2);
    }

    @Test
    void patienceCountsFromTheFirstThrottleWithoutASuccessSince() {
        ModelQueue lane = full(4);
        lane.throttled(10 * SECOND, 0, Duration.ZERO);
        lane.throttled(12 * SECOND, 11 * SECOND, Duration.ZERO);
        assertThat(lane.throttledFor(15 * SECOND)).isEqualTo(Duration.ofSeconds(5));
        assertThat(lane.throttles()).isEqualTo(2);
        lane.succeeded();
        assertThat(lane.throttledFor(15 * SECOND)).isZero();
        assertThat(lane.throttles()).isZero();
    }

    @Test
    void callsNobodyWaitsForAreSkipped() {
        ModelQueue lane = new ModelQueue(4);
        lane.add(ticket(true));
        QueuedCall alive = ticket(false);
        lane.add(alive);
        assertThat(lane.next(0)).isSameAs(alive);
    }
}
