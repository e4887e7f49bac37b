package dev.cultivar.model;

/** A call that waits for a place, of one token. */
final class TestTicket implements Ticket {

    private final Runnable started;
    boolean dead;

    /** @param started what its start does */
    TestTicket(Runnable started) {
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
