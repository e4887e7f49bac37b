package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.Selection;
import dev.cultivar.suite.Sources;
import org.junit.platform.engine.UniqueId;

/** The gates of a suite, after all its topics. */
final class GatesDescriptor extends CultivarDescriptor {

    static final String NAME = "gates";

    /** Surefire 3.2 takes the name for the gates' class, so it tells the suite: gates of two must not be taken for one. */
    GatesDescriptor(UniqueId parent, Class<?> suite) {
        super(parent.append(Segments.GATES, NAME), "gates of " + suite.getName(), Sources.leaf(suite), LAST - 1);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        Selection selection = context.selection();
        return selection.whole() ? SkipResult.doNotSkip() : SkipResult.skip(selection.partial());
    }
}
