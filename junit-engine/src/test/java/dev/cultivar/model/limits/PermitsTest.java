package dev.cultivar.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Modules of one build each have an {@link EndpointScheduler} of their own, and share nothing but the build's map. */
class PermitsTest {

    private final ConcurrentMap<String, Object> build = new ConcurrentHashMap<>();
    private final List<String> started = new ArrayList<>();

    @Test
    void modulesOfABuildHaveNoMoreCallsUnderWayThanOneMay() {
        EndpointScheduler one = module();
        EndpointScheduler two = module();
        enter(one, "one", 3);
        enter(two, "two", 3);

        assertThat(started).hasSize(2);

        for (int ended = 0; ended < 6; ended++) {
            end(one, two);
            assertThat(started.size() - ended - 1).isLessThanOrEqualTo(2);
        }
        assertThat(started).hasSize(6);
    }

    @Test
    void modulesTakeTurnsInsteadOfOneWaitingForTheOthersLast() {
        EndpointScheduler one = module();
        EndpointScheduler two = module();
        enter(one, "one", 10);
        enter(two, "two", 2);
        for (int i = 0; i < 4; i++) {
            one.succeeded("one", Duration.ZERO);
        }

        assertThat(started).filteredOn("two"::equals).hasSize(2);
    }

    @Test
    void whoeverWaitsIsNotForgottenWhereTheFirstInLineGaveUp() {
        EndpointScheduler one = module();
        EndpointScheduler two = module();
        EndpointScheduler three = module();
        enter(one, "one", 2);
        TestCall given = call("two");
        two.enter("two", given);
        enter(three, "three", 1);
        given.abandoned = true;
        one.succeeded("one", Duration.ZERO);

        assertThat(started).containsExactly("one", "one", "three");
    }

    @Test
    void anotherEndpointHasPlacesOfItsOwn() {
        enter(module(), "one", 2);
        enter(new EndpointScheduler(2, Permits.of(build, "elsewhere", 2), RateLimit.NONE, Backoff.DEFAULT), "two", 2);

        assertThat(started).containsExactly("one", "one", "two", "two");
    }

    /** As where the file that processes share is on a full disk. */
    @Test
    void aCallWhoseCostCannotBeReservedIsRefusedAloneAndKeepsNoPermit() {
        AtomicBoolean full = new AtomicBoolean(true);
        RateLimit limit = new RateLimit() {
            @Override
            public long reserve(long tokens) {
                return unless(full.get());
            }

            @Override
            public void correct(long estimated, long tokens) {
                unless(full.get());
            }

            private static long unless(boolean full) {
                if (full) {
                    throw new SettingsException("the limit's file cannot be written");
                }
                return 0;
            }
        };
        EndpointScheduler module = new EndpointScheduler(1, Permits.of(build, "endpoint", 1), limit, Backoff.DEFAULT);
        List<Throwable> refused = new ArrayList<>();
        QueuedCall unlucky = new TestCall(() -> started.add("unlucky")) {
            @Override
            public void refuse(Throwable why) {
                refused.add(why);
                module.ended("m");
            }
        };

        module.enter("m", unlucky);
        full.set(false);
        module.enter("m", call("next"));
        full.set(true);
        module.correct(1, 2);

        assertThat(refused).singleElement().isInstanceOf(SettingsException.class);
        assertThat(started).containsExactly("next");
    }

    private EndpointScheduler module() {
        return new EndpointScheduler(2, Permits.of(build, "endpoint", 2), RateLimit.NONE, Backoff.DEFAULT);
    }

    private void enter(EndpointScheduler module, String name, int calls) {
        for (int i = 0; i < calls; i++) {
            module.enter(name, call(name));
        }
    }

    /** Ends the call that began first and has not ended. */
    private int ended;

    private void end(EndpointScheduler one, EndpointScheduler two) {
        String name = started.get(ended++);
        (name.equals("one") ? one : two).succeeded(name, Duration.ZERO);
    }

    private TestCall call(String name) {
        return new TestCall(() -> started.add(name));
    }
}
