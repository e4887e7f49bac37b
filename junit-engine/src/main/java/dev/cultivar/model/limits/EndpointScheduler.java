package dev.cultivar.model.limits;

import dev.cultivar.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the calls to one endpoint. Limits the calls in flight, over all models to what the user allows and for each model to what the
 * endpoint allows, and keeps to the requests and tokens per minute. Models take turns. Blocks no thread.
 */
public final class EndpointScheduler {

    private final int most;
    private final Permits permits;
    private final RateLimit rateLimit;
    private final Backoff backoff;
    private final Map<String, ModelQueue> queues = new LinkedHashMap<>();
    /** In the order in which models first appeared; they take turns in this order. */
    private final List<ModelQueue> order = new ArrayList<>();

    private final Runnable wake = this::startReady;
    private int inFlight;
    /** Permits taken for a call that has since been abandoned; to be given back. */
    private int unused;

    private long retries;
    private int turn;
    private boolean alarmSet;
    private long alarmAt;
    private final LongSupplier clock;
    private final Alarm alarm;

    EndpointScheduler(int most, Permits permits, RateLimit rateLimit, Backoff backoff) {
        this(most, permits, rateLimit, backoff, System::nanoTime, DelayTimer.SHARED::after);
    }

    /**
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param alarm runs a task after a number of nanoseconds
     */
    EndpointScheduler(int most, RateLimit rateLimit, Backoff backoff, LongSupplier clock, Alarm alarm) {
        this(most, Permits.own(most), rateLimit, backoff, clock, alarm);
    }

    private EndpointScheduler(
            int most, Permits permits, RateLimit rateLimit, Backoff backoff, LongSupplier clock, Alarm alarm) {
        this.most = most;
        this.permits = permits;
        this.rateLimit = rateLimit;
        this.backoff = backoff;
        this.clock = clock;
        this.alarm = alarm;
    }

    /** Runs a task later. */
    @FunctionalInterface
    public interface Alarm {
        void after(long nanos, Runnable task);
    }

    /** Adds a call to its model's queue; starts it at once if possible. */
    public void enter(String model, QueuedCall call) {
        synchronized (this) {
            queue(model).add(call);
        }
        startReady();
    }

    /** The calls in flight, and how many the endpoint allows at present. */
    public synchronized InFlight inFlight() {
        int allowed = queues.values().stream().mapToInt(ModelQueue::limit).sum();
        return new InFlight(inFlight, queues.isEmpty() ? most : Math.min(most, allowed));
    }

    /** Counts a retry when it is sent: its answer may take minutes, or never come. */
    public synchronized void countRetry() {
        retries++;
    }

    /** How many retries were sent. */
    public synchronized long retries() {
        return retries;
    }

    /** A call succeeded, whatever its response is worth. */
    public void succeeded(String model, Duration pause) {
        synchronized (this) {
            ModelQueue queue = release(model);
            queue.succeeded();
            queue.pause(clock.getAsLong(), pause);
        }
        releasePermit();
    }

    /** A call failed in a way that says nothing about the endpoint's load, or was abandoned. */
    public void ended(String model) {
        synchronized (this) {
            release(model);
        }
        releasePermit();
    }

    /** The endpoint is overloaded. */
    public void overloaded(String model, long started) {
        synchronized (this) {
            release(model).overloaded(clock.getAsLong(), started);
        }
        releasePermit();
    }

    /**
     * The endpoint throttles the model: all its calls wait, this one first in the queue.
     *
     * @param asked how long the endpoint asks to wait; zero where it does not say
     * @param horizon how long to go on without one success
     * @return whether the call waits; where that would go beyond the horizon it does not, and has failed
     */
    public boolean throttled(String model, QueuedCall call, long started, Duration asked, Duration horizon) {
        boolean waits;
        synchronized (this) {
            long now = clock.getAsLong();
            ModelQueue queue = release(model);
            Duration wait = asked.isZero() ? backoff.after(queue.consecutiveThrottles() + 1) : asked;
            waits = queue.throttledFor(now).plus(wait).compareTo(horizon) <= 0;
            queue.throttled(now, started, waits ? wait : Duration.ZERO);
            if (waits) {
                queue.addFirst(call);
            }
        }
        releasePermit();
        return waits;
    }

    /** Replaces a call's estimated cost with its actual cost. */
    public void correct(long estimated, long tokens) {
        try {
            rateLimit.correct(estimated, tokens);
        } catch (SettingsException e) {
            // The answer is here. What is wrong is said of the next call, which cannot reserve its cost.
            return;
        }
    }

    private ModelQueue release(String model) {
        inFlight--;
        ModelQueue queue = queue(model);
        queue.ended();
        return queue;
    }

    private ModelQueue queue(String model) {
        return queues.computeIfAbsent(model, name -> {
            ModelQueue queue = new ModelQueue(most);
            order.add(queue);
            return queue;
        });
    }

    /** Marks it as no longer used by any run. */
    void close() {
        permits.forget(wake);
    }

    /** Gives a permit back: first to whoever has waited longest for one, be it another run, then to this one. */
    private void releasePermit() {
        permits.release();
        startReady();
    }

    private void startReady() {
        List<QueuedCall> ready = new ArrayList<>();
        boolean givesBack;
        synchronized (this) {
            // Read the clock once: if a pause ended between two readings, nobody would start and nobody would be woken.
            long now = clock.getAsLong();
            QueuedCall next = next(now);
            while (next != null) {
                ready.add(next);
                next = next(now);
            }
            setAlarm(now);
            givesBack = unused > 0;
            unused = Math.max(0, unused - 1);
        }
        if (givesBack) {
            releasePermit();
        }
        ready.forEach(this::start);
    }

    /** Never throws: whoever enters or ends a call must not fail because another one cannot start. */
    private void start(QueuedCall call) {
        long wait;
        try {
            wait = rateLimit.reserve(call.tokens());
        } catch (RuntimeException e) {
            call.refuse(e);
            return;
        }
        if (wait > 0) {
            alarm.after(wait, call::start);
        } else {
            call.start();
        }
    }

    private @Nullable QueuedCall next(long now) {
        if (!anyReady(now) || !permits.acquire(wake)) {
            return null;
        }
        for (int i = 0; i < order.size(); i++) {
            QueuedCall call = order.get((turn + i) % order.size()).next(now);
            if (call != null) {
                turn = (turn + i + 1) % order.size();
                inFlight++;
                return call;
            }
        }
        unused++;
        return null;
    }

    private boolean anyReady(long now) {
        for (ModelQueue queue : order) {
            if (queue.ready(now)) {
                return true;
            }
        }
        return false;
    }

    /** Sets the alarm for the end of the first pause that somebody is waiting for. */
    private void setAlarm(long now) {
        long soonest = Long.MAX_VALUE;
        for (ModelQueue queue : queues.values()) {
            long pause = queue.idle() ? 0 : queue.pause(now);
            soonest = pause > 0 ? Math.min(soonest, pause) : soonest;
        }
        if (soonest == Long.MAX_VALUE) {
            return;
        }
        long at = now + soonest;
        // An alarm set for later would let the model with the shorter pause sleep on.
        if (!alarmSet || at - alarmAt < 0) {
            alarmSet = true;
            alarmAt = at;
            alarm.after(soonest, () -> onAlarm(at));
        }
    }

    private void onAlarm(long at) {
        synchronized (this) {
            if (alarmAt == at) {
                alarmSet = false;
            }
        }
        startReady();
    }
}
