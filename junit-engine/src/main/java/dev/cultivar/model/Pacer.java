package dev.cultivar.model;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short tasks later, all on one thread that goes away when nothing is due. */
final class Pacer {

    static final Pacer SHARED = new Pacer();

    private static final int IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor timer;

    private Pacer() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "cultivar-pacer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    void after(long nanos, Runnable task) {
        var unused = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }
}
