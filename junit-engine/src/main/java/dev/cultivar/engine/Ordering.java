package dev.cultivar.engine;

import java.util.Comparator;
import org.junit.platform.engine.TestDescriptor;

/** Sorts siblings in the plan's order, and suites by name, whatever the order of the request. */
final class Ordering implements TestDescriptor.Visitor {

    private static final Comparator<TestDescriptor> ORDER = Comparator.<TestDescriptor>comparingInt(Ordering::rank)
            .thenComparing(node -> node.getUniqueId().toString());

    @Override
    public void visit(TestDescriptor descriptor) {
        descriptor.orderChildren(children -> {
            children.sort(ORDER);
            return children;
        });
    }

    private static int rank(TestDescriptor node) {
        return node instanceof CultivarDescriptor cultivar ? cultivar.rank() : CultivarDescriptor.LAST;
    }
}
