package dev.cultivar.suite;

import dev.cultivar.api.ModelUnderTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Reads a suite's methods that are asked as models, and notes their mistakes. Calls none of them. */
final class FunctionReader {

    private final Class<?> suite;
    private final Consumer<Mistake> mistakes;
    private final Map<String, String> functions = new LinkedHashMap<>();

    FunctionReader(Class<?> suite, Consumer<Mistake> mistakes) {
        this.suite = suite;
        this.mistakes = mistakes;
    }

    /** Class, method and version by the model's name. */
    Map<String, String> read() {
        AnnotationSupport.findAnnotatedMethods(suite, ModelUnderTest.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(this::read);
        return functions;
    }

    private void read(Method method) {
        ModelUnderTest model =
                AnnotationSupport.findAnnotation(method, ModelUnderTest.class).orElseThrow();
        boolean answers = method.getParameterCount() == 1
                && method.getParameterTypes()[0] == String.class
                && method.getReturnType() == String.class;
        boolean gives = method.getParameterCount() == 0 && Function.class.isAssignableFrom(method.getReturnType());
        if (!answers && !gives) {
            mistake(
                    method,
                    "is asked as a model, so it must take a String and return one, or return a Function from String to"
                            + " String");
        }
        if (Modifier.isAbstract(method.getModifiers()) || Modifier.isPrivate(method.getModifiers())) {
            mistake(method, "cannot be called on the suite; make it neither private nor abstract");
        }
        if (model.version().isBlank()) {
            mistake(method, "has no version; give it one, and a new one whenever its answers may change");
        }
        String name = model.name().isBlank() ? method.getName() : model.name().strip();
        String function =
                suite.getName() + "." + method.getName() + "@" + model.version().strip();
        if (functions.putIfAbsent(name, function) != null) {
            mistake(method, "has the same name as another model of the suite, '" + name + "'; give it one of its own");
        }
    }

    private void mistake(Method method, String whatAndHow) {
        mistakes.accept(new Mistake(
                "Method " + suite.getName() + "." + method.getName() + "() with @ModelUnderTest " + whatAndHow + ".",
                Sources.method(suite, method)));
    }
}
