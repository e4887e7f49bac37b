package dev.cultivar.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
