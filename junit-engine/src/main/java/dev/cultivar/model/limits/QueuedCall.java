package dev.cultivar.model.limits;

/** A call in an endpoint's queue. */
public interface QueuedCall {

    /** Whether nobody wants the result any more. */
    boolean abandoned();

    /** Estimated token cost. */
    long tokens();

    /** Called when it is this call's turn. The call holds a permit, which it must give back once. */
    void start();

    /** Called instead of {@link #start} if it cannot be started. The call holds a permit, which it must give back once. */
    void refuse(Throwable why);
}
