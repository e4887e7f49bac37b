package dev.cultivar.engine.execution;

import dev.cultivar.text.PlainText;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Keeps whatever was red in a suite red. Surefire's {@code rerunFailingTestsCount} runs failures again in the same process, leaves by
 * their unique ids, and is green as soon as they pass; but a model that is asked until it says yes proves nothing.
 */
final class Reruns {

    private static final String AS_BEFORE =
            "Red as before: a rerun in the same process asks nothing again. Run the whole suite for another verdict."
                    + " It said: ";

    private final SuiteNode suite;
    private final RedLeaves red;
    private final Cancellation cancellation;

    Reruns(SuiteNode suite, RedLeaves red, Cancellation cancellation) {
        this.suite = suite;
        this.red = red;
        this.cancellation = cancellation;
    }

    /** Starts a suite that is requested by name afresh, unless that is a rerun too. */
    void begin() {
        if (!suite.namedById() && asAWhole().isEmpty()) {
            red.forget(suite.type());
        }
    }

    /** Whether nothing has to be asked, because everything selected, or the suite as a whole, was red before. */
    boolean askNothing() {
        return asAWhole().isPresent()
                || (suite.namedById()
                        && suite.leaves().stream()
                                .allMatch(leaf -> red.before(suite.type(), leaf).isPresent()));
    }

    /** Runs a leaf, unless it was red before. */
    void run(UniqueId leaf, Runnable body) {
        Optional<Throwable> whole = asAWhole();
        if (suite.namedById() || whole.isPresent()) {
            red.before(suite.type(), leaf).ifPresent(Reruns::fail);
        }
        whole.ifPresent(failure -> {
            throw new TestAbortedException(said(failure));
        });
        remember(leaf, body);
    }

    /** Ends the suite. */
    void end(Runnable body) {
        asAWhole().ifPresent(Reruns::fail);
        remember(suite.id(), body);
    }

    private void remember(UniqueId node, Runnable body) {
        try {
            body.run();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            // A cancelled run has no result yet.
            if (!cancellation.requested()) {
                red.remember(suite.type(), node, e);
            }
            throw e;
        }
    }

    /** Why the suite itself was red before, if this is a rerun. */
    private Optional<Throwable> asAWhole() {
        return suite.namedById() || red.classesAreRerun() ? red.before(suite.type(), suite.id()) : Optional.empty();
    }

    private static void fail(Throwable before) {
        if (before instanceof AssertionError) {
            throw new AssertionFailedError(said(before), before);
        }
        throw new JUnitException(said(before), before);
    }

    private static String said(Throwable before) {
        return AS_BEFORE + PlainText.message(before);
    }
}
