package dev.cultivar.suite;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.Skipped;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Reads a probe method and notes its mistakes. */
final class ProbeReader {

    private final Class<?> suite;
    private final Consumer<Mistake> mistakes;

    ProbeReader(Class<?> suite, Consumer<Mistake> mistakes) {
        this.suite = suite;
        this.mistakes = mistakes;
    }

    ProbeDefinition read(Method method) {
        check(method);
        CulturalProbe probe =
                AnnotationSupport.findAnnotation(method, CulturalProbe.class).orElseThrow();
        List<String> topics = Arrays.stream(probe.value()).map(String::strip).toList();
        Optional<String> catalogue = Optional.of(probe.catalogue().strip()).filter(name -> !name.isEmpty());
        if ((catalogue.isEmpty() && topics.isEmpty()) || topics.contains("")) {
            mistake(method, "names no topic; give the key of one, such as @CulturalProbe(\"F120\"), or a catalogue");
        }
        return new ProbeDefinition(
                method,
                topics,
                catalogue,
                AnnotationSupport.findAnnotation(method, Skipped.class).map(Skipped::value),
                Tags.on(method));
    }

    private void check(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length > 1 || (parameters.length == 1 && parameters[0] != CellResult.class)) {
            mistake(method, "takes parameters that Cultivar cannot supply; declare none, or one CellResult");
        }
        if (method.getReturnType() != void.class) {
            mistake(method, "returns a value that nothing uses; make it void");
        }
        List<String> wrong = new ArrayList<>();
        if (Modifier.isPrivate(method.getModifiers())) {
            wrong.add("private");
        }
        if (Modifier.isStatic(method.getModifiers())) {
            wrong.add("static");
        }
        if (Modifier.isAbstract(method.getModifiers())) {
            wrong.add("abstract");
        }
        if (!wrong.isEmpty()) {
            String modifiers = String.join(" and ", wrong);
            mistake(method, "is " + modifiers + " and cannot be called on the suite; make it not " + modifiers);
        }
    }

    /**
     * Notes probes that a subclass overrides without the annotation; they would be lost silently.
     *
     * @param read the methods that are probes of the suite
     */
    void noteLost(List<Method> read) {
        Set<String> kept = new LinkedHashSet<>();
        read.forEach(method -> kept.add(signature(method)));
        Set<String> lost = new LinkedHashSet<>();
        supertypes(suite).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(SuiteClasses::isProbe)
                .filter(method -> !kept.contains(signature(method)) && lost.add(signature(method)))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> mistakes.accept(new Mistake(
                        suite.getName() + "." + method.getName() + "() overrides a probe of "
                                + method.getDeclaringClass().getSimpleName()
                                + " without @CulturalProbe, which would drop it silently; repeat the"
                                + " annotation, or add @Skipped.",
                        MethodSource.from(suite.getName(), method.getName()))));
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> up = type.getSuperclass(); up != null; up = up.getSuperclass()) {
            found.add(up);
            found.addAll(supertypesOfInterfaces(up));
        }
        found.addAll(supertypesOfInterfaces(type));
        return found;
    }

    private static Set<Class<?>> supertypesOfInterfaces(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> up : type.getInterfaces()) {
            found.add(up);
            found.addAll(supertypesOfInterfaces(up));
        }
        return found;
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private void mistake(Method method, String whatAndHow) {
        mistakes.accept(new Mistake(
                "Probe " + suite.getName() + "." + method.getName() + "() " + whatAndHow + ".",
                Sources.method(suite, method)));
    }
}
