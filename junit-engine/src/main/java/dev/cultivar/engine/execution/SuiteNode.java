package dev.cultivar.engine.execution;

import dev.cultivar.suite.PlannedSuite;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * What the tree holds of a suite, once filters have acted.
 *
 * @param descriptor of the suite itself
 * @param suite what is planned
 * @param selection cells that are asked
 * @param namedById whether the request names nothing of the suite but unique ids, as reruns do
 * @param leaves its own cells and gates, without those of suites declared in its class
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
