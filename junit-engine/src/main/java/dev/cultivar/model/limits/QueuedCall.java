package dev.cultivar.model.limits;

/** A call in an endpoint's queue. */
public interface QueuedCall {

    /** Whether nobody wants its result any more. */
    boolean abandoned();

    /** Estimate of the tokens that it will cost. */
    long tokens();

    /** Called on its turn, with a permit, which it must give back once. */
    void start();
}
