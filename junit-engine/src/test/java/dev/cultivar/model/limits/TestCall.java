package dev.cultivar.model.limits;

/** A call that waits for a permit, of one token. */
class TestCall implements QueuedCall {

    private final Runnable started;
    public boolean abandoned;

    /** @param started what its start does */
    public TestCall(Runnable started) {
        this.started = started;
    }

    @Override
    public boolean abandoned() {
        return abandoned;
    }

    @Override
    public long tokens() {
        return 1;
    }

    @Override
    public void start() {
        started.run();
    }

    @Override
    public void refuse(Throwable why) {
        throw new AssertionError(why);
    }
}
