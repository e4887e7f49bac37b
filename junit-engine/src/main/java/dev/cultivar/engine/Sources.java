package dev.cultivar.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Where things are written, as IDEs and Surefire want it. */
final class Sources {

    private Sources() {}

    /** The method as one of the suite: an inherited probe belongs to the class that was asked for. */
    static MethodSource method(Class<?> suite, Method method) {
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(", "));
        return MethodSource.from(suite.getName(), method.getName(), parameters);
    }
}
