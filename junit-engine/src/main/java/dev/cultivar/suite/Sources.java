package dev.cultivar.suite;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.CompositeTestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Where things are written, as IDEs and Surefire want it. */
public final class Sources {

    private Sources() {}

    /** The method as one of the suite: an inherited probe belongs to the class that was asked for. */
    public static MethodSource method(Class<?> suite, Method method) {
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(", "));
        return MethodSource.from(suite.getName(), method.getName(), parameters);
    }

    /**
     * The method as the source of one of several leaves, for Surefire. Up to 3.4 it merges the leaves of a method without
     * parameters, so this says "," where there are none: a list that is not blank.
     */
    public static MethodSource leafForSurefire(Class<?> suite, Method method) {
        return method.getParameterCount() == 0
                ? MethodSource.from(suite.getName(), method.getName(), ",")
                : method(suite, method);
    }

    /**
     * The class as the source of one of several leaves, for Surefire. It merges leaves with a class source, and does not
     * look into a composite.
     */
    public static TestSource leafForSurefire(Class<?> suite) {
        return CompositeTestSource.from(List.of(ClassSource.from(suite)));
    }
}
