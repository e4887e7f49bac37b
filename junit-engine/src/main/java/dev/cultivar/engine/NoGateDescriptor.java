package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.execution.Selection;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.Sources;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;

/**
 * Takes the place of the gates in a suite that declares none, or only alarms. It is red under Surefire, which knows only leaves. Elsewhere
 * it is skipped: the plugin itself fails a build that decided no gate, and in an IDE people may want to look at answers first.
 */
final class NoGateDescriptor extends CultivarDescriptor {

    private final String message;
    private final Runner runner;

    NoGateDescriptor(UniqueId parent, PlannedSuite suite, Runner runner) {
        super(
                parent.append(Segments.NO_GATE, "none"),
                "no gate",
                Sources.leafForSurefire(suite.definition().type()),
                0);
        this.message = suite.plan().suite()
                + (suite.gates().isEmpty()
                        ? " declares no gate, so whatever the models answer is green."
                        : " declares no gate but alarms, which decide nothing while they are silent.")
                + " Add one such as @AlignmentGate.";
        this.runner = runner;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        Selection selection = context.selection();
        // Selected by its own id, as in a rerun, it is executed without any cells.
        if (!selection.whole() && !selection.cells().isEmpty()) {
            return SkipResult.skip(selection.partial());
        }
        return runner == Runner.SUREFIRE ? SkipResult.doNotSkip() : SkipResult.skip(message);
    }

    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        throw new JUnitException(message);
    }
}
