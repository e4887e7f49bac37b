package dev.cultivar.model.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls to one endpoint start: no more under way than the user allows, each model at the pace that the endpoint bears,
 * and all together within requests and tokens per minute. Models take turns. No thread waits.
 */
public final class EndpointScheduler {

    private final int most;
    private final Permits places;
    private final RateLimit pace;
    private final Backoff backoff;
    private final Map<String, ModelQueue> lanes = new LinkedHashMap<>();
    private final Runnable wake = this::pump;
    private int underWay;
    /** Taken, for a call that was given up meanwhile. */
    private int spare;

    private int turn;
    private boolean wakeUpSet;
    private long wakeUpAt;
    private final LongSupplier clock;
    private final Alarm alarm;

    public EndpointScheduler(int most, Permits places, RateLimit pace, Backoff backoff) {
        this(most, places, pace, backoff, System::nanoTime, DelayTimer.SHARED::after);
    }

    /**
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param alarm runs a task when so many nanoseconds are over
     */
    public EndpointScheduler(int most, RateLimit pace, Backoff backoff, LongSupplier clock, Alarm alarm) {
        this(most, Permits.own(most), pace, backoff, clock, alarm);
    }

    private EndpointScheduler(
            int most, Permits places, RateLimit pace, Backoff backoff, LongSupplier clock, Alarm alarm) {
        this.most = most;
        this.places = places;
        this.pace = pace;
        this.backoff = backoff;
        this.clock = clock;
        this.alarm = alarm;
    }

    /** Runs something later. */
    @FunctionalInterface
    public interface Alarm {
        void after(long nanos, Runnable task);
    }

    public void enter(String model, QueuedCall ticket) {
        synchronized (this) {
            lane(model).add(ticket);
        }
        pump();
    }

    /** What is under way, and the pace that the endpoint bears at present. */
    public synchronized InFlight load() {
        int bearable = lanes.values().stream().mapToInt(ModelQueue::limit).sum();
        return new InFlight(underWay, lanes.isEmpty() ? most : Math.min(most, bearable));
    }

    /** A call ended well, whatever the answer is worth. */
    public void succeeded(String model, Duration pause) {
        synchronized (this) {
            ModelQueue lane = left(model);
            lane.succeeded();
            lane.pause(clock.getAsLong(), pause);
        }
        passOn();
    }

    /** A call failed in a way that says nothing about the endpoint's load, or was given up. */
    public void ended(String model) {
        synchronized (this) {
            left(model);
        }
        passOn();
    }

    /** The endpoint is overloaded. */
    public void overloaded(String model, long started) {
        synchronized (this) {
            left(model).overloaded(clock.getAsLong(), started);
        }
        passOn();
    }

    /**
     * The endpoint throttles the model: all its calls wait, this one first in line.
     *
     * @param asked how long the endpoint asks to wait; zero where it does not say
     * @param patience how long to bear it without a single success
     * @return whether the call waits; where patience would be overdrawn it does not, and has failed
     */
    public boolean throttled(String model, QueuedCall ticket, long started, Duration asked, Duration patience) {
        boolean waits;
        synchronized (this) {
            long now = clock.getAsLong();
            ModelQueue lane = left(model);
            Duration wait = asked.isZero() ? backoff.after(lane.throttles() + 1) : asked;
            waits = lane.throttledFor(now).plus(wait).compareTo(patience) <= 0;
            lane.throttled(now, started, waits ? wait : Duration.ZERO);
            if (waits) {
                lane.addFirst(ticket);
            }
        }
        passOn();
        return waits;
    }

    /** Corrects the estimate of what a call costs. */
    public void spent(long estimated, long tokens) {
        pace.correct(estimated, tokens);
    }

    private ModelQueue left(String model) {
        underWay--;
        ModelQueue lane = lane(model);
        lane.ended();
        return lane;
    }

    private ModelQueue lane(String model) {
        return lanes.computeIfAbsent(model, name -> new ModelQueue(most));
    }

    /** Nobody asks through this any more. */
    void leave() {
        places.forget(wake);
    }

    /** A place is free: for whoever has waited longest for one, be it another run, and then for this one. */
    private void passOn() {
        places.free();
        pump();
    }

    private void pump() {
        List<QueuedCall> ready = new ArrayList<>();
        boolean givenUp;
        synchronized (this) {
            // One reading of the clock: a pause that ended between two would let nobody start and nobody be woken.
            long now = clock.getAsLong();
            QueuedCall next = next(now);
            while (next != null) {
                ready.add(next);
                next = next(now);
            }
            wakeUp(now);
            givenUp = spare > 0;
            spare = Math.max(0, spare - 1);
        }
        if (givenUp) {
            passOn();
        }
        for (QueuedCall ticket : ready) {
            long wait = pace.reserve(ticket.tokens());
            if (wait > 0) {
                alarm.after(wait, ticket::start);
            } else {
                ticket.start();
            }
        }
    }

    private @Nullable QueuedCall next(long now) {
        List<ModelQueue> all = List.copyOf(lanes.values());
        if (all.stream().noneMatch(lane -> lane.ready(now)) || !places.take(wake)) {
            return null;
        }
        for (int i = 0; i < all.size(); i++) {
            QueuedCall ticket = all.get((turn + i) % all.size()).next(now);
            if (ticket != null) {
                turn = (turn + i + 1) % all.size();
                underWay++;
                return ticket;
            }
        }
        spare++;
        return null;
    }

    /** Comes back when the first pause with somebody waiting ends. */
    private void wakeUp(long now) {
        long soonest = Long.MAX_VALUE;
        for (ModelQueue lane : lanes.values()) {
            long pause = lane.idle() ? 0 : lane.pause(now);
            soonest = pause > 0 ? Math.min(soonest, pause) : soonest;
        }
        if (soonest == Long.MAX_VALUE) {
            return;
        }
        long at = now + soonest;
        // A wake-up that is set for later would let the model with the shorter pause sleep on.
        if (!wakeUpSet || at - wakeUpAt < 0) {
            wakeUpSet = true;
            wakeUpAt = at;
            alarm.after(soonest, () -> wokenUp(at));
        }
    }

    private void wokenUp(long at) {
        synchronized (this) {
            if (wakeUpAt == at) {
                wakeUpSet = false;
            }
        }
        pump();
    }

    /** For tests and progress: how many calls a model may have under way now. */
    synchronized int limit(String model) {
        return lane(model).limit();
    }
}
