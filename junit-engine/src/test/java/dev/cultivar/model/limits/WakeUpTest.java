package dev.cultivar.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that wait for a pause to end are always woken: on a clock of the test's own, so no moment is left to chance. */
class WakeUpTest {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final List<String> started = new ArrayList<>();
    private final List<Long> alarms = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private long now;
    private long step;

    private final EndpointScheduler admission =
            new EndpointScheduler(4, RateLimit.NONE, Backoff.DEFAULT, this::clock, (nanos, task) -> {
                alarms.add(nanos);
                tasks.add(task);
            });

    /** Time goes on with every look at it. */
    private long clock() {
        long seen = now;
        now += step;
        return seen;
    }

    private QueuedCall call(String name) {
        return new TestCall(() -> started.add(name));
    }

    private void throttle(String model, Duration wait) {
        QueuedCall call = call(model);
        admission.enter(model, call);
        assertThat(admission.throttled(model, call, now, wait, PATIENCE)).isTrue();
    }

    @Test
    void aPauseThatEndsWhileTheQueueIsLookedThroughLosesNoCall() {
        Duration wait = Duration.ofNanos(1_000);
        for (long each = 1; each <= 1_100; each++) {
            started.clear();
            alarms.clear();
            tasks.clear();
            step = each;
            throttle("m" + each, wait);
            while (!tasks.isEmpty()) {
                now += alarms.remove(0);
                tasks.remove(0).run();
            }
            assertThat(started).as("a clock that goes on by " + each).hasSize(2);
            admission.ended("m" + each);
        }
    }

    @Test
    void aShortPauseIsNotSleptThroughBecauseAnotherModelHasALongOne() {
        throttle("slow", Duration.ofSeconds(60));
        throttle("quick", Duration.ofSeconds(1));
        started.clear();

        assertThat(alarms).containsExactly(60_000_000_000L, 1_000_000_000L);
        now += 1_000_000_000L;
        tasks.get(1).run();
        assertThat(started).containsExactly("quick");

        now += 59_000_000_000L;
        tasks.get(0).run();
        assertThat(started).containsExactly("quick", "slow");
    }
}
