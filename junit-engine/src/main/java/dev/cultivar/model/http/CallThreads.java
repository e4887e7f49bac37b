package dev.cultivar.model.http;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that wait for answers. Uses virtual threads where the JVM has them (Java 21 and later). Otherwise uses one thread per call up to
 * a limit; beyond it, calls go through {@link DirectLink} on a few threads.
 */
public final class CallThreads implements AutoCloseable {

    /** Up to this many threads cost less than the client that needs none. */
    static final int MOST = 128;

    private static final int FEW = 4;
    private static final int IDLE_SECONDS = 30;
    private static final int VIRTUAL_THREADS_SINCE = 21;

    private final ExecutorService waiting;
    private final Optional<ExecutorService> few;

    private CallThreads(ExecutorService waiting, Optional<ExecutorService> few) {
        this.waiting = waiting;
        this.few = few;
    }

    /** @param calls the most calls that may be in flight at once */
    public static CallThreads open(int calls) {
        if (Runtime.version().feature() >= VIRTUAL_THREADS_SINCE) {
            return new CallThreads(virtual(), Optional.empty());
        }
        AtomicInteger count = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "cultivar-http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new CallThreads(
                new ThreadPoolExecutor(
                        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons),
                calls > MOST ? Optional.of(few(daemons)) : Optional.empty());
    }

    private static ExecutorService few(ThreadFactory daemons) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(FEW, FEW, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** By reflection, because this code is compiled for Java 17. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a JVM of Java 21 or later has virtual threads, and this has none", e);
        }
    }

    /** One thread for each waiting call. */
    public ExecutorService waiting() {
        return waiting;
    }

    /** Threads that never block; present where there are too many calls for one thread each. */
    public Optional<Executor> few() {
        return few.map(threads -> threads);
    }

    /** Lets calls in flight finish. */
    @Override
    public void close() {
        waiting.shutdown();
        // The JDK's client still has its own tasks to finish, and they must not be rejected.
    }
}
