package dev.cultivar.engine.execution;

import dev.cultivar.text.PlainText;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work done elsewhere, and gives up as soon as someone wants the run to stop. */
final class CancellableWait {

    /** What to throw if the wait gives no value. */
    interface Faults {

        RunFaultException brokeOff(String reason, Throwable cause);

        RunFaultException cancelled();
    }

    /** The longest time that a cancellation may go unnoticed; a finished future is noticed at once. */
    private static final long GLANCE_MILLIS = 50;

    private final Cancellation cancellation;
    private final Runnable cancel;

    /**
     * @param cancel stops what is waited for
     */
    CancellableWait(Cancellation cancellation, Runnable cancel) {
        this.cancellation = cancellation;
        this.cancel = cancel;
    }

    /**
     * The future's value.
     *
     * @throws RunFaultException if the future failed, or if the run is to stop
     */
    <T> T await(CompletableFuture<T> future, Faults faults) {
        while (true) {
            if (cancellation.requested()) {
                cancel.run();
                throw faults.cancelled();
            }
            try {
                return future.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancellation.notice();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw faults.brokeOff(PlainText.message(cause), cause);
            } catch (CancellationException e) {
                throw faults.brokeOff("the run was cancelled.", e);
            }
        }
    }
}
