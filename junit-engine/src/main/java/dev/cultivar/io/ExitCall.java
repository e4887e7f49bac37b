package dev.cultivar.io;

import java.util.Optional;

/**
 * A virtual machine that code of the build ends under a run, as {@code System.exit} in a probe does. It would end with the code that is
 * named there, and whoever started it takes 0 for green. Ctrl-C, a time limit and the end of {@code main} do not come this way, and
 * {@code Runtime.halt} cannot be noticed.
 */
public final class ExitCall {

    private static final int RED = 1;

    private ExitCall() {}

    /** Who called it; empty where the virtual machine does not end, or ends another way. */
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

    /** The last act of a shutdown hook of an unfinished run: where code ended it, the process ends red. */
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
