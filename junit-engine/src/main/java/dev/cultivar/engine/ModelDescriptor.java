package dev.cultivar.engine;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** A model asked about a topic. */
final class ModelDescriptor extends CultivarDescriptor {

    ModelDescriptor(UniqueId parent, String model, TestSource source, int rank) {
        super(parent.append(Segments.MODEL, model), model, source, rank);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
