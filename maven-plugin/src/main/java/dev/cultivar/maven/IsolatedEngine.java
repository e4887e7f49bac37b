package dev.cultivar.maven;

import dev.cultivar.maven.bridge.EngineBridge;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs {@link EngineBridge} in a class loader that sees the project's test class path and the platform, and nothing of
 * Maven: versions of its libraries would win over the project's otherwise.
 */
final class IsolatedEngine {

    private static final long PATIENCE_MILLIS = 5_000;

    private final List<String> classPath;

    /**
     * An engine on a class path.
     *
     * @param classPath folders and jars
     */
    IsolatedEngine(List<String> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    Map<String, Object> apply(Map<String, Object> request) throws MojoExecutionException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Thread stopper = new Thread(() -> stop(thread), "cultivar-stop");
        try (URLClassLoader loader = new URLClassLoader("cultivar", urls(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Runtime.getRuntime().addShutdownHook(stopper);
            return typed(bridge(loader).apply(request));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MojoExecutionException(
                    "The engine on the test class path does not fit this plugin (" + e + "); give both one version.",
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException("The test class path cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("The engine failed: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
            forget(stopper);
        }
    }

    @SuppressWarnings("unchecked") // the bridge is our own class, loaded a second time
    private static Function<Map<String, Object>, Map<String, Object>> bridge(ClassLoader loader)
            throws ReflectiveOperationException {
        return (Function<Map<String, Object>, Map<String, Object>>) loader.loadClass(EngineBridge.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    private static Map<String, Object> typed(Map<String, Object> answer) {
        return new HashMap<>(answer);
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String element : classPath) {
            urls.add(Path.of(element).toUri().toURL());
        }
        urls.add(EngineBridge.class.getProtectionDomain().getCodeSource().getLocation());
        return urls.toArray(URL[]::new);
    }

    /** On Ctrl-C: the engine notices the interrupt and cancels calls in flight. */
    private static void stop(Thread running) {
        running.interrupt();
        try {
            running.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook is at work
        }
    }
}
