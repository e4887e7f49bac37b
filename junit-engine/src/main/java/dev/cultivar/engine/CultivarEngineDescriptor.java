package dev.cultivar.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree. */
final class CultivarEngineDescriptor extends EngineDescriptor implements Node<CultivarContext> {

    CultivarEngineDescriptor(UniqueId id) {
        super(id, "Cultivar");
    }
}
