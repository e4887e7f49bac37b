package dev.cultivar.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** Calls of one model that wait for their turn, first come first served; nobody blocks. */
final class CallQueue {

    private final int limit;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    CallQueue(int limit) {
        this.limit = limit;
    }

    /** Starts the call now or when its turn comes; each started call must {@link #release} once. */
    void submit(Runnable start) {
        synchronized (this) {
            if (running >= limit) {
                waiting.add(start);
                return;
            }
            running++;
        }
        start.run();
    }

    void release() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        next.run();
    }
}
