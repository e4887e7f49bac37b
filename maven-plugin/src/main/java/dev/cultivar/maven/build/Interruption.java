package dev.cultivar.maven.build;

import dev.cultivar.io.ExitCall;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Lets Ctrl-C reach a run: the engine notices the interrupt and cancels calls in flight before the process ends. If the project's own code
 * ends the process, the exit is red.
 */
public final class Interruption {

    private static final long PATIENCE_MILLIS = 5_000;

    /** The action to run. */
    @FunctionalInterface
    public interface Action {
        Map<String, Object> perform() throws MojoExecutionException;
    }

    private Interruption() {}

    public static Map<String, Object> during(Action action) throws MojoExecutionException {
        Thread running = Thread.currentThread();
        Thread stopper = new Thread(() -> stop(running), "cultivar-stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            return action.perform();
        } finally {
            forget(stopper);
        }
    }

    private static void stop(Thread running) {
        running.interrupt();
        try {
            running.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ExitCall.endRed();
    }

    private static void forget(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is already running.
        }
    }
}
