package dev.cultivar.engine.execution;

import dev.cultivar.suite.PlannedSuite;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * A suite as it is in the tree after filtering.
 *
 * @param descriptor of the suite itself
 * @param suite the planned suite
 * @param selection the cells to ask
 * @param namedById whether the request names parts of the suite only by unique ids, as reruns do
 * @param leaves the suite's own cells and gates, without those of suites declared in its class
 */
public record SuiteNode(
        TestDescriptor descriptor, PlannedSuite suite, Selection selection, boolean namedById, Set<UniqueId> leaves) {

    public SuiteNode {
        leaves = Set.copyOf(leaves);
    }

    Class<?> type() {
        return suite.definition().type();
    }

    UniqueId id() {
        return descriptor.getUniqueId();
    }
}
