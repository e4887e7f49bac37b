package dev.cultivar.text;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes failures of other people's code safe to print: a console prints their stack traces with every message. */
public final class PlainThrowable {

    /** Longer chains of causes are cut, including circular ones. */
    private static final int DEEPEST = 20;

    private PlainThrowable() {}

    /**
     * The failure itself if a console may print it; otherwise a copy with the same types and traces, whose messages have no terminal
     * controls.
     */
    public static Throwable of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static Throwable of(Throwable failure, int deepest) {
        return isPlain(failure, deepest) ? failure : new Copy(failure, deepest);
    }

    private static boolean isPlain(Throwable failure, int deepest) {
        String text = failure.toString();
        return PlainText.text(text).equals(text)
                && below(failure).allMatch(each -> deepest > 0 && isPlain(each, deepest - 1));
    }

    private static Stream<Throwable> below(Throwable failure) {
        Throwable cause = failure.getCause();
        return Stream.concat(Stream.ofNullable(cause), Stream.of(failure.getSuppressed()));
    }

    /** Looks like the original in a trace. */
    private static final class Copy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Copy(Throwable failure, int deepest) {
            super(PlainText.text(failure.toString()), cause(failure, deepest));
            setStackTrace(failure.getStackTrace());
            if (deepest > 0) {
                Stream.of(failure.getSuppressed()).forEach(each -> addSuppressed(of(each, deepest - 1)));
            }
        }

        private static @Nullable Throwable cause(Throwable failure, int deepest) {
            Throwable cause = failure.getCause();
            return cause == null || deepest == 0 ? null : of(cause, deepest - 1);
        }

        /** Traces begin with this text; the message already names the original's type. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
