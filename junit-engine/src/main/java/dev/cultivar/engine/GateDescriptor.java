package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.execution.Selection;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.Sources;
import dev.cultivar.suite.Tags;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A gate for one model x language x population. */
final class GateDescriptor extends CultivarDescriptor {

    private final GateLeaf gate;
    private final Set<TestTag> tags;
    private final boolean leftOut;

    GateDescriptor(UniqueId parent, PlannedSuite suite, GateLeaf gate, int rank, Runner runner) {
        this(parent, suite, gate, rank, runner, false);
    }

    /** A gate that a filter removed from the tree: it is shown, but not decided. */
    static GateDescriptor leftOut(UniqueId parent, PlannedSuite suite, GateLeaf gate, int rank, Runner runner) {
        return new GateDescriptor(parent, suite, gate, rank, runner, true);
    }

    private GateDescriptor(
            UniqueId parent, PlannedSuite suite, GateLeaf gate, int rank, Runner runner, boolean leftOut) {
        super(
                parent.append(Segments.GATE, gate.measures()),
                // Surefire shows nothing but this name, and builds compare its lists by name.
                runner == Runner.SUREFIRE ? gate.code() : gate.name(),
                runner == Runner.SUREFIRE
                        ? Sources.leafForSurefire(suite.definition().type())
                        : ClassSource.from(suite.definition().type()),
                rank);
        this.gate = gate;
        this.leftOut = leftOut;
        Set<TestTag> all = new LinkedHashSet<>(suite.definition().tags());
        all.add(Tags.of("gate", gate.gate().key()));
        all.add(Tags.of("language", gate.language()));
        Optional.ofNullable(gate.model()).ifPresent(model -> all.add(Tags.of("model", model)));
        Optional.ofNullable(gate.population()).ifPresent(population -> all.add(Tags.of("population", population)));
        this.tags = Set.copyOf(all);
    }

    GateLeaf gate() {
        return gate;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    /** The name in lists of earlier builds, whatever people see. */
    @Override
    public String getLegacyReportingName() {
        return gate.code();
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        if (leftOut) {
            return SkipResult.skip(
                    "A filter of the run leaves this gate out, so it has no verdict; run the whole class.");
        }
        Selection selection = context.selection();
        return selection.whole() ? SkipResult.doNotSkip() : SkipResult.skip(selection.partial());
    }

    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        context.decide(this, gate);
        return context;
    }
}
