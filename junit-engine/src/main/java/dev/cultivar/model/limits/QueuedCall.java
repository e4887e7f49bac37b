package dev.cultivar.model.limits;

/** A call that waits for its turn. */
public interface QueuedCall {

    /** Whether nobody waits for it any more. */
    boolean dead();

    /** Tokens that it will cost, as far as one can tell beforehand. */
    long tokens();

    /** Its turn has come. It must give its place back once. */
    void start();
}
