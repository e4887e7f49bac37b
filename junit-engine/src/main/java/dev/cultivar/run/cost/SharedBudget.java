package dev.cultivar.run.cost;

import dev.cultivar.model.limits.BuildLimits;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * What is spent, set aside and under way of one budget. The modules of a build run in class loaders of their own, so what they share is made
 * of the platform's classes alone. Every method but {@link #wakeOthers} is called with {@link #lock} held.
 */
final class SharedBudget {

    private static final int SPENT = 0;
    private static final int RESERVED = 1;
    private static final int UNDER_WAY = 2;
    private static final int STOPPED = 3;

    /** Room for sums of doubles; far below any price. */
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
     * The build's funds of this name; where there is no build, funds that nobody else takes.
     *
     * @param most what may be spent
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

    @SuppressWarnings("unchecked") // put there by this class, perhaps as another loader loaded it
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

    /** Sets aside what a request may cost, if there is as much. */
    boolean reserve(double cost) {
        if (stopped() || numbers[SPENT] + numbers[RESERVED] + cost > most + ROUNDING) {
            return false;
        }
        numbers[RESERVED] += cost;
        numbers[UNDER_WAY]++;
        return true;
    }

    /** Somebody cannot pay; once nobody is under way who may give back, that is the end. */
    void stopUnlessUnderWay() {
        if (numbers[UNDER_WAY] == 0) {
            numbers[STOPPED] = 1;
        }
    }

    void settle(double reserved, double charged) {
        numbers[UNDER_WAY]--;
        numbers[RESERVED] = numbers[UNDER_WAY] == 0 ? 0 : numbers[RESERVED] - reserved;
        numbers[SPENT] += charged;
    }

    /** Wakes whoever waits, or no longer does. */
    void waits(Runnable wake, boolean waits) {
        if (waits) {
            waiting.add(wake);
        } else {
            waiting.remove(wake);
        }
    }

    /** Tells those who wait, but the one that tells, to look again. */
    void wakeOthers(Runnable self) {
        for (Runnable wake : waiting) {
            if (wake != self) {
                wake.run();
            }
        }
    }
}
