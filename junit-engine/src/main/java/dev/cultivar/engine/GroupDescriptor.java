package dev.cultivar.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * A class that contains suites and is not one itself. It must be in the tree: Surefire drops leaves without an ancestor for the class that
 * it selected, and then passes.
 */
final class GroupDescriptor extends CultivarDescriptor {

    private final Class<?> type;

    GroupDescriptor(UniqueId parent, Class<?> type) {
        super(parent.append(Segments.GROUP, type.getName()), type.getSimpleName(), ClassSource.from(type), LAST);
        this.type = type;
    }

    @Override
    public String getLegacyReportingName() {
        return type.getName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
