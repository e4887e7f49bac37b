package dev.cultivar.engine.execution;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import org.junit.platform.engine.ExecutionRequest;

/**
 * Knows whether whoever started the execution wants it to stop. Platform 6.0 introduced a token for this; the engine is compiled against
 * 1.13, which has none.
 */
final class Cancellation {

    private final BooleanSupplier token;
    private volatile boolean noticed;

    private Cancellation(BooleanSupplier token) {
        this.token = token;
    }

    static Cancellation of(ExecutionRequest request) {
        try {
            Object token =
                    ExecutionRequest.class.getMethod("getCancellationToken").invoke(request);
            Method asked = Class.forName(
                            "org.junit.platform.engine.CancellationToken",
                            false,
                            ExecutionRequest.class.getClassLoader())
                    .getMethod("isCancellationRequested");
            return new Cancellation(() -> ask(asked, token));
        } catch (NoSuchMethodException | ClassNotFoundException e) {
            return new Cancellation(() -> false);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The platform's cancellation token cannot be read.", e);
        }
    }

    private static boolean ask(Method asked, Object token) {
        try {
            return (boolean) asked.invoke(token);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The platform's cancellation token cannot be read.", e);
        }
    }

    /** Remembers an interrupt, so that later suites do not start. */
    void notice() {
        noticed = true;
    }

    boolean requested() {
        return noticed || token.getAsBoolean();
    }
}
