package dev.cultivar.io;

import java.util.Optional;

/**
 * Detects that code of the build ended the virtual machine during a run, for example with {@code System.exit} in a probe. The process
 * would end with the exit code given there, and its caller takes 0 for green. Ctrl-C, a time limit and the end of {@code main} do not come
 * this way, and {@code Runtime.halt} cannot be noticed.
 */
public final class ExitCall {

    private static final int RED = 1;

    private ExitCall() {}

    /** The caller of {@code exit}; empty if the virtual machine is not ending, or is ending another way. */
    static Optional<StackTraceElement> caller() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(stack -> caller(stack).stream())
                .findFirst();
    }

    static Optional<StackTraceElement> caller(StackTraceElement... stack) {
        for (int frame = stack.length - 1; frame >= 0; frame--) {
            if (is(stack[frame], Runtime.class) || is(stack[frame], System.class)) {
                return Optional.of(stack[Math.min(frame + 1, stack.length - 1)]);
            }
        }
        return Optional.empty();
    }

    private static boolean is(StackTraceElement frame, Class<?> type) {
        return frame.getClassName().equals(type.getName())
                && frame.getMethodName().equals("exit");
    }

    /** The last act of an unfinished run's shutdown hook: if code ended the virtual machine, the process ends red. */
    public static void endRed() {
        caller().ifPresent(caller -> {
            System.err.println("Cultivar: System.exit at " + caller.getClassName() + "." + caller.getMethodName() + "("
                    + caller.getFileName() + ":" + caller.getLineNumber()
                    + ") ended the run before its gates were decided, so the build is red, whatever its exit code.");
            System.err.flush();
            Runtime.getRuntime().halt(RED);
        });
    }
}
