package dev.cultivar.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * A suite that cannot be run. Its mistakes are discovery issues, which stop the run. They are also leaves, because Surefire drops a class
 * without leaves before it learns of any issue, and then passes.
 */
final class MistakenSuiteDescriptor extends CultivarDescriptor {

    private final Class<?> type;

    MistakenSuiteDescriptor(UniqueId parent, Class<?> type) {
        super(parent.append(Segments.SUITE, type.getName()), type.getSimpleName(), ClassSource.from(type), LAST);
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
