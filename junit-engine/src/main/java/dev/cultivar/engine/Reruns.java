package dev.cultivar.engine;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Keeps red what was red. Surefire's {@code rerunFailingTestsCount} runs what failed once more in the same process, by
 * unique ids, and is green as soon as it passes; but a model that is asked until it says yes proves nothing.
 */
final class Reruns {

    private static final String AS_BEFORE =
            "Red as before: a rerun in the same process asks nothing again. Run the whole suite for another verdict. It said: ";

    private final RedLeaves red;
    private final boolean namedById;

    /**
     * @param namedById whether the request names nothing but unique ids, as reruns do
     */
    Reruns(RedLeaves red, boolean namedById) {
        this.red = red;
        this.namedById = namedById;
    }

    /** A suite that is asked for by name begins anew. */
    void begin(SuiteDescriptor suite) {
        if (!namedById) {
            red.forget(type(suite));
        }
    }

    /** Whether nothing has to be asked, as all that is selected was red before. */
    boolean repeats(SuiteDescriptor suite) {
        return suite.leaves().allMatch(leaf -> before(type(suite), leaf).isPresent());
    }

    /** Runs a leaf, unless it was red before. */
    void run(CultivarDescriptor leaf, CultivarContext context, Runnable body) {
        Class<?> suite = context.suite().suite().definition().type();
        before(suite, leaf).ifPresent(Reruns::fail);
        run(suite, Stream.of(leaf), context, body);
    }

    /** Ends a suite; where that fails, all that it asked is red. */
    void end(SuiteDescriptor suite, CultivarContext context, Runnable body) {
        run(type(suite), suite.leaves(), context, body);
    }

    private void run(Class<?> suite, Stream<? extends TestDescriptor> leaves, CultivarContext context, Runnable body) {
        try {
            body.run();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            // What was stopped has said nothing yet.
            if (!context.cancellation().requested()) {
                leaves.forEach(leaf -> red.remember(suite, leaf.getUniqueId(), e));
            }
            throw e;
        }
    }

    private Optional<Throwable> before(Class<?> suite, TestDescriptor leaf) {
        return namedById ? red.before(suite, leaf.getUniqueId()) : Optional.empty();
    }

    private static void fail(Throwable before) {
        String message = AS_BEFORE + Lines.of(before);
        if (before instanceof AssertionError) {
            throw new AssertionFailedError(message, before);
        }
        throw new JUnitException(message, before);
    }

    private static Class<?> type(SuiteDescriptor suite) {
        return suite.suite().definition().type();
    }
}
