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
     * The method as the source of one of several leaves. Surefire 3.2 merges the leaves of a method without parameters
     * (measured: 12 leaves were counted as 9), so this says "," where there are none: a list that is not blank, and is
     * empty all the same once it is split, so that IDEs find the method.
     */
    public static MethodSource leaf(Class<?> suite, Method method) {
        return method.getParameterCount() == 0
                ? MethodSource.from(suite.getName(), method.getName(), ",")
                : method(suite, method);
    }

    /**
     * The class as the source of one of several leaves. Surefire 3.5 merges leaves with a class source; it does not look
     * into a composite, and IDEs do.
     */
    public static TestSource leaf(Class<?> suite) {
        return CompositeTestSource.from(List.of(ClassSource.from(suite)));
    }
}
