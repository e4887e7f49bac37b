package dev.cultivar.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** A gate for one model x language x population. */
final class GateDescriptor extends CultivarDescriptor {

    static final String SEGMENT = "gate";

    private final PlannedGate gate;
    private final Set<TestTag> tags;

    GateDescriptor(UniqueId parent, PlannedSuite suite, PlannedGate gate, int rank) {
        super(parent.append(SEGMENT, gate.id()), gate.name(), null, rank);
        this.gate = gate;
        Set<TestTag> all = new LinkedHashSet<>(suite.definition().tags());
        all.add(Tags.of("gate", gate.kind()));
        gate.model().ifPresent(model -> all.add(Tags.of("model", model)));
        gate.language().ifPresent(language -> all.add(Tags.of("language", language)));
        gate.population().ifPresent(population -> all.add(Tags.of("population", population)));
        this.tags = Set.copyOf(all);
    }

    PlannedGate gate() {
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
        new GateExecution(context, this).run();
        return context;
    }
}
