package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.ProbeDefinition;
import dev.cultivar.suite.Sources;
import dev.cultivar.suite.Tags;
import dev.cultivar.text.Names;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** A cell: a model asked about a topic in a language. */
final class CellDescriptor extends CultivarDescriptor {

    private final CellKey cell;
    private final ProbeDefinition probe;
    private final Set<TestTag> tags;
    private final int number;

    /**
     * @param number the cell's place among those of its probe method, counted from 1: what an iteration selector refers to
     */
    CellDescriptor(
            UniqueId parent, PlannedSuite suite, CellKey cell, ProbeDefinition probe, int number, Runner runner) {
        super(
                parent.append(Segments.LANGUAGE, cell.language()),
                cell.topic() + " " + cell.model() + " in " + Names.language(cell.language()),
                runner == Runner.SUREFIRE
                        ? Sources.leafForSurefire(suite.definition().type(), probe.method())
                        : Sources.method(suite.definition().type(), probe.method()),
                number);
        this.cell = cell;
        this.probe = probe;
        this.number = number;
        Set<TestTag> all = new LinkedHashSet<>(suite.definition().tags());
        all.addAll(probe.tags());
        all.add(Tags.of("topic", cell.topic()));
        all.add(Tags.of("model", cell.model()));
        all.add(Tags.of("language", cell.language()));
        this.tags = Set.copyOf(all);
    }

    CellKey cell() {
        return cell;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    /** Build tools show leaves without their ancestors; the number keeps Surefire from merging a method's leaves. */
    @Override
    public String getLegacyReportingName() {
        return probe.method().getName() + "(" + cell.topic() + ", " + cell.model() + ", " + cell.language() + ")["
                + number + "]";
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        return context.selection().elsewhere(cell).map(SkipResult::skip).orElse(SkipResult.doNotSkip());
    }

    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        context.ask(this, cell, probe);
        return context;
    }
}
