package dev.cultivar.model.wire;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A method that answers prompts. It is called on one instance of its class, created at the first prompt. Safe for use by many threads. */
final class SuiteMethod {

    private final String name;
    private final ClassLoader loader;
    private @Nullable Function<String, @Nullable String> function;

    /** @param name {@code CLASS.METHOD@VERSION} */
    SuiteMethod(String name) {
        this.name = name;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        this.loader = context == null ? SuiteMethod.class.getClassLoader() : context;
    }

    /** @throws ProviderException where the method does not exist or gives no answer; exceptions from the method itself pass through */
    String answer(String prompt) {
        // Clients look up their own parts through the thread's class loader.
        Thread.currentThread().setContextClassLoader(loader);
        String answer = function().apply(prompt);
        if (answer == null) {
            throw new ProviderException(Kind.PROTOCOL, "it returned null");
        }
        return answer;
    }

    private synchronized Function<String, @Nullable String> function() {
        Function<String, @Nullable String> known = function;
        if (known == null) {
            known = load();
            function = known;
        }
        return known;
    }

    private Function<String, @Nullable String> load() {
        try {
            int end = name.indexOf('@');
            int dot = name.lastIndexOf('.', end);
            if (dot < 1) {
                throw new NoSuchMethodException(name);
            }
            Class<?> type = Class.forName(name.substring(0, dot), true, loader);
            Method method = method(type, name.substring(dot + 1, end));
            method.setAccessible(true);
            Object suite = Modifier.isStatic(method.getModifiers()) ? null : instance(type);
            return method.getParameterCount() == 0
                    ? given(call(method, suite))
                    : prompt -> text(call(method, suite, prompt));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ProviderException(Kind.NOT_FOUND, "it cannot be called: " + e, e);
        }
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        for (Class<?> up = type; up != null; up = up.getSuperclass()) {
            for (Method method : up.getDeclaredMethods()) {
                boolean answers = method.getParameterCount() == 1 && method.getParameterTypes()[0] == String.class;
                if (method.getName().equals(name)
                        && !method.isBridge()
                        && (answers || method.getParameterCount() == 0)) {
                    return method;
                }
            }
        }
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.isDefault()) {
                return method;
            }
        }
        throw new NoSuchMethodException(name);
    }

    @SuppressWarnings("unchecked") // the returned value is checked with every answer
    private static Function<String, @Nullable String> given(@Nullable Object returned) {
        if (returned instanceof Function<?, ?> function) {
            Function<Object, Object> asked = (Function<Object, Object>) function;
            return prompt -> text(asked.apply(prompt));
        }
        throw new ProviderException(Kind.NOT_FOUND, "it returned no function");
    }

    private static @Nullable String text(@Nullable Object answer) {
        return answer == null ? null : answer.toString();
    }

    private static @Nullable Object call(Method method, @Nullable Object suite, Object... prompt) {
        try {
            return method.invoke(suite, prompt);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new ProviderException(Kind.SERVER, "it failed: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new ProviderException(Kind.NOT_FOUND, "it cannot be called: " + e, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
