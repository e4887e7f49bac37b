package dev.cultivar.service;

import dev.cultivar.io.ExitCall;

/**
 * Writes what is known if the virtual machine ends before the run does: on Ctrl-C, when a time limit ends the build, or when code of the
 * build ends it. In the last case, the build is red.
 */
final class ShutdownReport implements AutoCloseable {

    /** Writing takes a few seconds at most; it must not hold up a build that is shutting down. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final Thread hook;

    private ShutdownReport(Thread hook) {
        this.hook = hook;
    }

    /** @param write cancels the run and writes its report */
    static ShutdownReport armed(Runnable write) {
        Thread hook = new Thread(
                () -> {
                    try {
                        write.run();
                    } finally {
                        ExitCall.endRed();
                    }
                },
                "cultivar-shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "no more requests are sent, because the virtual machine is shutting down", e);
        }
        return new ShutdownReport(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is shutting down and the hook is running; it reads answers that would be gone after
            // the run is closed.
            join();
        }
    }

    private void join() {
        try {
            hook.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
