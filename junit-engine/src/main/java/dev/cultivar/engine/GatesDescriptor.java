package dev.cultivar.engine;

import org.junit.platform.engine.UniqueId;

/** The gates of a suite, after all its topics. */
final class GatesDescriptor extends CultivarDescriptor {

    static final String SEGMENT = "gates";

    static final String NAME = "gates";

    GatesDescriptor(UniqueId parent) {
        super(parent.append(SEGMENT, NAME), NAME, null, LAST - 1);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        Selection selection = context.suite().selection();
        return selection.whole() ? SkipResult.doNotSkip() : SkipResult.skip(selection.partial());
    }
}
