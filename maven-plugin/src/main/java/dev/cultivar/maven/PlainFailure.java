package dev.cultivar.maven;

import dev.cultivar.text.PlainText;
import dev.cultivar.text.PlainThrowable;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Removes terminal control characters from a goal's failures. Maven prints the message of an exception and of all its causes unchanged,
 * and they may quote a file.
 */
final class PlainFailure {

    private PlainFailure() {}

    /** The work of a goal. */
    @FunctionalInterface
    interface Goal {
        void perform() throws MojoExecutionException, MojoFailureException;
    }

    /** Runs the goal, and rethrows its exception without terminal control characters. */
    static void of(Goal goal) throws MojoExecutionException, MojoFailureException {
        try {
            goal.perform();
        } catch (MojoExecutionException e) {
            throw isPlain(e) ? e : new MojoExecutionException(message(e), cause(e));
        } catch (MojoFailureException e) {
            throw isPlain(e) ? e : new MojoFailureException(message(e), cause(e));
        } catch (RuntimeException e) {
            if (isPlain(e)) {
                throw e;
            }
            throw new MojoExecutionException(message(e), PlainThrowable.of(e));
        }
    }

    private static boolean isPlain(Throwable failure) {
        return PlainThrowable.of(failure).equals(failure);
    }

    private static String message(Throwable failure) {
        return PlainText.text(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure.getCause() == null ? null : PlainThrowable.of(failure.getCause());
    }
}
