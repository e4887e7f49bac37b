package dev.cultivar.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * A class that holds suites and is none itself. It has to be in the tree: Surefire drops leaves that have no ancestor
 * with the class that it selected, and then passes.
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
