package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree. */
final class CultivarEngineDescriptor extends EngineDescriptor implements Node<CultivarContext> {

    CultivarEngineDescriptor(UniqueId id) {
        super(id, "Cultivar");
    }

    /** Build tools show skipped tests as green, so a run that skips every cell must fail here. */
    @Override
    public CultivarContext before(CultivarContext context) {
        List<SuiteDescriptor> suites = getDescendants().stream()
                .filter(SuiteDescriptor.class::isInstance)
                .map(SuiteDescriptor.class::cast)
                .toList();
        if (!suites.isEmpty() && suites.stream().noneMatch(SuiteDescriptor::asksSomething)) {
            throw new JUnitException("Nothing was asked, because everything selected is left out: "
                    + suites.stream().map(SuiteDescriptor::skipped).collect(Collectors.joining(", "))
                    + ". Select something else.");
        }
        return context;
    }
}
