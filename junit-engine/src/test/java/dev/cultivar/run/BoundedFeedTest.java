package dev.cultivar.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundedFeedTest {

    @Test
    void neverHasMoreUnderWayThanTheWindow() {
        List<CompletableFuture<Void>> started = new ArrayList<>();
        Stream<Supplier<CompletableFuture<?>>> tasks = IntStream.range(0, 10).mapToObj(i -> () -> {
            started.add(new CompletableFuture<>());
            return started.get(i);
        });

        BoundedFeed.start(tasks.iterator(), 3);
        assertThat(started).hasSize(3);

        started.get(1).complete(null);
        assertThat(started).hasSize(4);

        started.get(0).completeExceptionally(new IllegalStateException("a failed task makes room like any other"));
        assertThat(started).hasSize(5);
    }

    @Test
    void aMillionTasksThatAreDoneAtOnceDoNotOverflowTheStack() {
        AtomicInteger done = new AtomicInteger();
        Stream<Supplier<CompletableFuture<?>>> tasks = IntStream.range(0, 1_000_000)
                .mapToObj(i -> () -> {
                    done.incrementAndGet();
                    return CompletableFuture.completedFuture(i);
                });

        BoundedFeed.start(tasks.iterator(), 4);

        assertThat(done).hasValue(1_000_000);
    }

    @Test
    void startsNothingAfterAStop() {
        List<CompletableFuture<Void>> started = new ArrayList<>();
        Stream<Supplier<CompletableFuture<?>>> tasks = IntStream.range(0, 10).mapToObj(i -> () -> {
            started.add(new CompletableFuture<>());
            return started.get(i);
        });
        BoundedFeed feed = BoundedFeed.start(tasks.iterator(), 2);

        feed.stop();
        started.get(0).complete(null);

        assertThat(started).hasSize(2);
    }
}
