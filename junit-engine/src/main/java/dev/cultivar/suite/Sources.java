package dev.cultivar.suite;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.CompositeTestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Test sources, in the form that IDEs and Surefire expect. */
public final class Sources {

    private Sources() {}

    /** The method as a method of the suite: an inherited probe belongs to the class that was requested. */
    public static MethodSource method(Class<?> suite, Method method) {
        String parameters =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(", "));
        return MethodSource.from(suite.getName(), method.getName(), parameters);
    }

    /**
     * The method as the source of one of several leaves, for Surefire. Up to 3.4, Surefire merges the leaves of a method without
     * parameters; for such a method this gives the parameter list ",", which is not blank.
     */
    public static MethodSource leafForSurefire(Class<?> suite, Method method) {
        return method.getParameterCount() == 0
                ? MethodSource.from(suite.getName(), method.getName(), ",")
                : method(suite, method);
    }

    /**
     * The class as the source of one of several leaves, for Surefire. Surefire merges leaves with a class source, but does not look inside
     * a composite source.
     */
    public static TestSource leafForSurefire(Class<?> suite) {
        return CompositeTestSource.from(List.of(ClassSource.from(suite)));
    }
}
