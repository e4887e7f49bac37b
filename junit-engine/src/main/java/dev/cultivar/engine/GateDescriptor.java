package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.Sources;
import dev.cultivar.suite.Tags;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** A gate for one model x language x population. */
final class GateDescriptor extends CultivarDescriptor {

    private final GateLeaf gate;
    private final Set<TestTag> tags;

    GateDescriptor(UniqueId parent, PlannedSuite suite, GateLeaf gate, int rank) {
        super(
                parent.append(Segments.GATE, gate.measures()),
                gate.name(),
                Sources.leaf(suite.definition().type()),
                rank);
        this.gate = gate;
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

    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        context.decide(this, gate);
        return context;
    }
}
