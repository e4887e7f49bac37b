package dev.cultivar.model;

import dev.cultivar.model.limits.QueuedCall;

/** A call that waits for a place, of one token. */
public final class TestTicket implements QueuedCall {

    private final Runnable started;
    public boolean dead;

    /** @param started what its start does */
    public TestTicket(Runnable started) {
        this.started = started;
    }

    @Override
    public boolean dead() {
        return dead;
    }

    @Override
    public long tokens() {
        return 1;
    }

    @Override
    public void start() {
        started.run();
    }
}
