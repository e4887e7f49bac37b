package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node of the tree that knows its place among its siblings. */
abstract class CultivarDescriptor extends AbstractTestDescriptor implements Node<CultivarContext> {

    /** Suites declared in a class come after the class's own topics and gates. */
    static final int LAST = Integer.MAX_VALUE;

    private final int rank;

    /**
     * @param source null if there is nowhere for an IDE to go
     * @param rank place among siblings; siblings of equal rank are sorted by name
     */
    CultivarDescriptor(UniqueId id, String displayName, @Nullable TestSource source, int rank) {
        super(id, displayName, source);
        this.rank = rank;
    }

    int rank() {
        return rank;
    }
}
