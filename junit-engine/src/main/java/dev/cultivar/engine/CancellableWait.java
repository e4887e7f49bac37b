package dev.cultivar.engine;

import dev.cultivar.text.PlainText;
import dev.cultivar.text.PlainThrowable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.platform.commons.JUnitException;

/** Waits for what others do, and lets go as soon as someone wants the run to stop. */
final class CancellableWait {

    /** How long a cancellation may go unnoticed; a finished future is noticed at once. */
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
     * @param what is waited for, as the subject of a sentence
     * @throws JUnitException where it broke off, or the run shall stop
     */
    <T> T await(CompletableFuture<T> future, String what) {
        while (true) {
            if (cancellation.requested()) {
                throw stopped(what);
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
                throw new JUnitException(what + " broke off: " + PlainText.message(cause), PlainThrowable.of(cause));
            } catch (java.util.concurrent.CancellationException e) {
                throw new JUnitException(what + " broke off: the run was cancelled.", e);
            }
        }
    }

    private JUnitException stopped(String what) {
        cancel.run();
        return new JUnitException(what + " is not complete: the run was cancelled.");
    }
}
