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
 * Threads that wait for answers: virtual ones where the JVM has them, from Java 21 on. Elsewhere a thread a call, up to a number; more
 * calls than that go by {@link DirectLink}, on few threads.
 */
public final class CallThreads implements AutoCloseable {

    /** So many threads cost less than the client that needs none. */
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

    /** @param calls most that may be under way at once */
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

    /** By reflection, as this is compiled for Java 17. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a JVM of Java 21 or later has virtual threads, and this has none", e);
        }
    }

    /** A thread for each that waits. */
    public ExecutorService waiting() {
        return waiting;
    }

    /** Threads on which nobody waits; there where the calls are too many for a thread each. */
    public Optional<Executor> few() {
        return few.map(threads -> threads);
    }

    /** Lets what is under way end. */
    @Override
    public void close() {
        waiting.shutdown();
        // The JDK's client has tasks of its own to end, which it must not be refused.
    }
}
