package dev.cultivar.engine;

import dev.cultivar.text.PlainText;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Keeps red what was red. Surefire's {@code rerunFailingTestsCount} runs what failed once more in the same process, leaves
 * by unique ids, and is green as soon as it passes; but a model that is asked until it says yes proves nothing.
 */
final class Reruns {

    private static final String AS_BEFORE =
            "Red as before: a rerun in the same process asks nothing again. Run the whole suite for another verdict."
                    + " It said: ";

    private final RedLeaves red;

    Reruns(RedLeaves red) {
        this.red = red;
    }

    /** A suite that is asked for by name begins anew, unless that is a rerun too. */
    void begin(SuiteDescriptor suite) {
        if (!suite.isNamedById() && asAWhole(suite).isEmpty()) {
            red.forget(type(suite));
        }
    }

    /** Whether nothing has to be asked, as all that is selected was red before, or the suite was as a whole. */
    boolean repeats(SuiteDescriptor suite) {
        return asAWhole(suite).isPresent()
                || (suite.isNamedById()
                        && suite.leaves().allMatch(leaf -> red.before(type(suite), leaf.getUniqueId())
                                .isPresent()));
    }

    /** Runs a leaf, unless it was red before. */
    void run(CultivarDescriptor leaf, CultivarContext context, Runnable body) {
        SuiteDescriptor suite = context.suite().node();
        Optional<Throwable> whole = asAWhole(suite);
        if (suite.isNamedById() || whole.isPresent()) {
            red.before(type(suite), leaf.getUniqueId()).ifPresent(Reruns::fail);
        }
        whole.ifPresent(failure -> {
            throw new TestAbortedException(said(failure));
        });
        run(suite, leaf.getUniqueId(), context, body);
    }

    /** Ends a suite. */
    void end(CultivarContext context) {
        SuiteDescriptor suite = context.suite().node();
        asAWhole(suite).ifPresent(Reruns::fail);
        run(suite, suite.getUniqueId(), context, context.suite()::finish);
    }

    private void run(SuiteDescriptor suite, UniqueId node, CultivarContext context, Runnable body) {
        try {
            body.run();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            // What was stopped has said nothing yet.
            if (!context.cancellation().requested()) {
                red.remember(type(suite), node, e);
            }
            throw e;
        }
    }

    /** Why the suite itself was red before, where this is a rerun. */
    private Optional<Throwable> asAWhole(SuiteDescriptor suite) {
        return suite.isNamedById() || red.classesAreRerun()
                ? red.before(type(suite), suite.getUniqueId())
                : Optional.empty();
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

    private static Class<?> type(SuiteDescriptor suite) {
        return suite.suite().definition().type();
    }
}
