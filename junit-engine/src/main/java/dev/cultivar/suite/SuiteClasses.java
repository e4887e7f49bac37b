package dev.cultivar.suite;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Decides which classes concern this engine. */
public final class SuiteClasses {

    private static final ClassValue<List<String>> BESIDE = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> suite) {
            return findBeside(suite);
        }
    };

    private SuiteClasses() {}

    /** Whether a scan should look at the class: it is a suite, should be one, or groups suites. */
    public static boolean concern(Class<?> type) {
        return isSuite(type) || isGroup(type);
    }

    /** A concrete class with {@code @CulturalSuite}, or with probes, so that a forgotten annotation is noticed. */
    public static boolean isSuite(Class<?> type) {
        return isConcrete(type) && (isAnnotated(type) || !probeMethods(type).isEmpty());
    }

    /**
     * The class of that name.
     *
     * @throws IllegalArgumentException if the thread's context class loader has none
     */
    public static Class<?> load(String name) {
        return ReflectionSupport.tryToLoadClass(name).getOrThrow(e -> new IllegalArgumentException(name, e));
    }

    /** Whether the class path has a suite of that name, as results call it. */
    public static boolean exists(String name) {
        return ReflectionSupport.tryToLoadClass(name)
                .toOptional()
                .filter(SuiteClasses::isSuite)
                .isPresent();
    }

    /** Names of the other suites in the folder that a suite was compiled to; none if it is in an archive. */
    static List<String> beside(Class<?> suite) {
        return BESIDE.get(suite);
    }

    private static List<String> findBeside(Class<?> suite) {
        @Nullable CodeSource source = suite.getProtectionDomain().getCodeSource();
        try {
            URI root = source == null || source.getLocation() == null
                    ? null
                    : source.getLocation().toURI();
            if (root == null || !root.getScheme().equals("file") || !Files.isDirectory(Path.of(root))) {
                return List.of();
            }
            return ReflectionSupport.findAllClassesInClasspathRoot(root, SuiteClasses::isSuite, name -> true).stream()
                    .map(Class::getName)
                    .filter(name -> !name.equals(suite.getName()))
                    .sorted()
                    .toList();
        } catch (URISyntaxException e) {
            return List.of();
        }
    }

    static boolean isAnnotated(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, CulturalSuite.class);
    }

    /** A class that is not a suite but contains suites. */
    public static boolean isGroup(Class<?> type) {
        return !isSuite(type) && !nested(type).isEmpty();
    }

    /** Suites and groups declared in the class, by name. */
    public static List<Class<?>> nested(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(SuiteClasses::concern)
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(nested -> nested)
                .toList();
    }

    public static boolean isProbe(Method method) {
        return AnnotationSupport.isAnnotated(method, CulturalProbe.class);
    }

    /** Probes of the class and its supertypes, except overridden ones. */
    static List<Method> probeMethods(Class<?> type) {
        return ReflectionSupport.findMethods(type, SuiteClasses::isProbe, HierarchyTraversalMode.TOP_DOWN);
    }

    private static boolean isConcrete(Class<?> type) {
        return !type.isInterface()
                && !type.isAnnotation()
                && !type.isEnum()
                && !Modifier.isAbstract(type.getModifiers());
    }
}
