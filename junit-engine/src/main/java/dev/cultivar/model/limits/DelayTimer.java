package dev.cultivar.model.limits;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short tasks later, all on one thread that ends when nothing is due. */
public final class DelayTimer {

    public static final DelayTimer SHARED = new DelayTimer();

    private static final int IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor timer;

    private DelayTimer() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "cultivar-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        // A cancelled task must not be held until it would have been due.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** @return an action that cancels the task */
    public Runnable after(long nanos, Runnable task) {
        Future<?> due = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> due.cancel(false);
    }
}
