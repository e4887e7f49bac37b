package dev.cultivar.run.response;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Equal values as one, since many responses of a run have the same stances, or failed for the same reason. */
public final class SharedValues {

    /** Where nearly every value is new, remembering them saves nothing. */
    private static final int MOST = 20_000;

    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /** The value, or one that equals it and is in use already. */
    public <T> T one(T value) {
        Object same = known.size() < MOST ? known.putIfAbsent(value, value) : known.get(value);
        if (same == null) {
            return value;
        }
        @SuppressWarnings("unchecked") // what equals a value of these classes is of the same class
        T shared = (T) same;
        return shared;
    }
}
