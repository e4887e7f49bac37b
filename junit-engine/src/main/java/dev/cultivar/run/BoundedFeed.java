package dev.cultivar.run;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Starts asynchronous tasks one after another and keeps at most a given number running, so that a plan of a million prompts does not fill
 * memory with a million futures.
 */
final class BoundedFeed {

    private final Iterator<Supplier<CompletableFuture<?>>> tasks;
    private final int window;
    private final AtomicInteger requests = new AtomicInteger();
    private int running;
    private volatile boolean stopped;

    private BoundedFeed(Iterator<Supplier<CompletableFuture<?>>> tasks, int window) {
        this.tasks = tasks;
        this.window = window;
    }

    /** Starts tasks in the iterator's order. A task never throws; its future may fail, which does not stop the feed. */
    static BoundedFeed start(Iterator<Supplier<CompletableFuture<?>>> tasks, int window) {
        BoundedFeed feed = new BoundedFeed(tasks, window);
        feed.startMore();
        return feed;
    }

    /** Starts no more tasks. */
    void stop() {
        stopped = true;
    }

    /** Only one thread starts tasks at a time and the others leave a request, so that tasks that finish immediately do not recurse. */
    private void startMore() {
        if (requests.getAndIncrement() > 0) {
            return;
        }
        do {
            fill();
        } while (requests.decrementAndGet() > 0);
    }

    private void fill() {
        while (!stopped) {
            Supplier<CompletableFuture<?>> next;
            synchronized (this) {
                if (running >= window || !tasks.hasNext()) {
                    return;
                }
                running++;
                next = tasks.next();
            }
            var unused = next.get().whenComplete((value, failure) -> {
                synchronized (this) {
                    running--;
                }
                startMore();
            });
        }
    }
}
