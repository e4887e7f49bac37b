package dev.cultivar.run.cost;

import dev.cultivar.model.limits.BuildLimits;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The amounts spent, reserved and in flight for one budget. The modules of a build run in separate class loaders, so the state that they
 * share consists only of the platform's classes. Every method except {@link #wakeOthers} must be called with {@link #lock} held.
 */
final class SharedBudget {

    private static final int SPENT = 0;
    private static final int RESERVED = 1;
    private static final int IN_FLIGHT = 2;
    private static final int STOPPED = 3;

    /** Tolerance for sums of doubles; far below any price. */
    private static final double ROUNDING = 1e-9;

    private final double[] numbers;
    private final Set<Runnable> waiting;
    private final double most;

    private SharedBudget(double[] numbers, Set<Runnable> waiting, double most) {
        this.numbers = numbers;
        this.waiting = waiting;
        this.most = most;
    }

    /**
     * The build's budget of this name; outside a build, one that nobody else spends from.
     *
     * @param most the most that may be spent
     */
    static SharedBudget of(String name, double most) {
        return of(BuildLimits.shared("budget " + name, SharedBudget::entry), most);
    }

    static SharedBudget of(ConcurrentMap<String, Object> build, String name, double most) {
        return of(build.computeIfAbsent(name, absent -> entry()), most);
    }

    private static Object entry() {
        return List.of(new double[4], new CopyOnWriteArraySet<>());
    }

    @SuppressWarnings("unchecked") // put there by this class, perhaps as loaded by another class loader
    private static SharedBudget of(Object entry, double most) {
        List<Object> parts = (List<Object>) entry;
        return new SharedBudget((double[]) parts.get(0), (Set<Runnable>) parts.get(1), most);
    }

    Object lock() {
        return numbers;
    }

    double spent() {
        return numbers[SPENT];
    }

    boolean stopped() {
        return numbers[STOPPED] != 0;
    }

    /** Reserves what a request may cost, if that much is left. */
    boolean reserve(double cost) {
        if (stopped() || numbers[SPENT] + numbers[RESERVED] + cost > most + ROUNDING) {
            return false;
        }
        numbers[RESERVED] += cost;
        numbers[IN_FLIGHT]++;
        return true;
    }

    /** Charges something that was not reserved, if that much is left. */
    boolean charge(double cost) {
        if (numbers[SPENT] + numbers[RESERVED] + cost > most + ROUNDING) {
            return false;
        }
        numbers[SPENT] += cost;
        return true;
    }

    /** Stops the budget if a request finds too little left and no request in flight could settle for less. */
    void stopUnlessInFlight() {
        if (numbers[IN_FLIGHT] == 0) {
            numbers[STOPPED] = 1;
        }
    }

    /** Replaces a reservation with the actual charge. */
    void settle(double reserved, double charged) {
        numbers[IN_FLIGHT]--;
        numbers[RESERVED] = numbers[IN_FLIGHT] == 0 ? 0 : numbers[RESERVED] - reserved;
        numbers[SPENT] += charged;
    }

    /** Sets whether to call {@code wake} when something is settled. */
    void setWaiting(Runnable wake, boolean isWaiting) {
        if (isWaiting) {
            waiting.add(wake);
        } else {
            waiting.remove(wake);
        }
    }

    /** Wakes all who wait, except the caller, to try again. */
    void wakeOthers(Runnable self) {
        for (Runnable wake : waiting) {
            if (wake != self) {
                wake.run();
            }
        }
    }
}
