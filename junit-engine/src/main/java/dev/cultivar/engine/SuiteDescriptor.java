package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.engine.execution.Selection;
import dev.cultivar.engine.execution.SuiteNode;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.suite.PlannedSuite;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A suite class: starts asking before its first leaf, reports after its last. */
final class SuiteDescriptor extends CultivarDescriptor {

    private final PlannedSuite suite;
    private final Set<String> askedGates;
    private final BooleanSupplier named;
    private final Runner runner;

    /**
     * @param askedGates ids of gates that the request names individually; filled during discovery
     * @param named whether the request names the class or a method; unknown until discovery has ended
     */
    SuiteDescriptor(UniqueId parent, PlannedSuite suite, Set<String> askedGates, BooleanSupplier named, Runner runner) {
        super(
                parent.append(Segments.SUITE, suite.definition().type().getName()),
                suite.definition().type().getSimpleName(),
                ClassSource.from(suite.definition().type()),
                LAST);
        this.suite = suite;
        this.askedGates = askedGates;
        this.named = named;
        this.runner = runner;
    }

    /** Build tools expect the full name. */
    @Override
    public String getLegacyReportingName() {
        return suite.definition().type().getName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        return suite.definition().skipped().map(SkipResult::skip).orElse(SkipResult.doNotSkip());
    }

    @Override
    public CultivarContext before(CultivarContext context) {
        return context.begin(new SuiteNode(this, suite, selection(), !named.getAsBoolean(), leaves()));
    }

    /** If a filter removed every gate from the tree, puts the gates' node back to report them as missing. */
    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        if (named.getAsBoolean() && getChildren().stream().noneMatch(GatesDescriptor.class::isInstance)) {
            GatesDescriptor gates = new GatesDescriptor(getUniqueId(), suite, runner, named);
            addChild(gates);
            dynamicTestExecutor.execute(gates);
        }
        return context;
    }

    @Override
    public void after(CultivarContext context) {
        context.end();
    }

    /** The suite's own cells and gates in the tree, without those of suites declared in the class. */
    private Set<UniqueId> leaves() {
        return getChildren().stream()
                .filter(child -> child instanceof TopicDescriptor || child instanceof GatesDescriptor)
                .flatMap(child -> child.getDescendants().stream())
                .filter(TestDescriptor::isTest)
                .map(TestDescriptor::getUniqueId)
                .collect(Collectors.toSet());
    }

    boolean asksSomething() {
        return suite.definition().skipped().isEmpty() && (!selection().cells().isEmpty() || isAskedForItsMissingGate());
    }

    /** Whether only the leaf that reports a missing gate was selected, by its id. That leaf has a result although no model is asked. */
    private boolean isAskedForItsMissingGate() {
        return suite.decidesNothing() && getChildren().stream().allMatch(GatesDescriptor.class::isInstance);
    }

    /** The suite, and why it or its probes are left out. */
    String skipped() {
        return suite.plan().suite() + " (" + suite.definition().skipped().orElseGet(this::emptied) + ")";
    }

    private String emptied() {
        return selection()
                .shard()
                .map(shard -> "shard " + shard + " has none of the selected cells; use fewer shards")
                .orElseGet(suite::leftOut);
    }

    /** What filters have left of the tree. Discovery cannot know, because filters act after it. */
    Selection selection() {
        Set<CellKey> cells = new LinkedHashSet<>();
        Set<String> gates = new LinkedHashSet<>();
        getChildren().forEach(child -> {
            if (child instanceof TopicDescriptor topic && topic.skipReason().isEmpty()) {
                topic.getDescendants().forEach(leaf -> {
                    if (leaf instanceof CellDescriptor cell) {
                        cells.add(cell.cell());
                    }
                });
            } else if (child instanceof GatesDescriptor) {
                child.getChildren().forEach(leaf -> gateId(leaf).ifPresent(gates::add));
            }
        });
        boolean gatesAsked =
                !gates.isEmpty() && (cells.isEmpty() || gates.stream().anyMatch(askedGates::contains));
        Selection selection = Selection.of(Set.copyOf(suite.plan().cells()), cells, gatesAsked);
        return suite.plan()
                .settings()
                .value(Settings.SHARD)
                .map(shard -> selection.in(shard, suite.plan()))
                .orElse(selection);
    }

    private static Optional<String> gateId(TestDescriptor leaf) {
        return leaf instanceof GateDescriptor gate ? Optional.of(gate.gate().measures()) : Optional.empty();
    }
}
