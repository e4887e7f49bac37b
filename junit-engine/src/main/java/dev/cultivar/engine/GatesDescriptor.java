package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.engine.execution.Runner;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.Sources;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** The gates of a suite, after all its topics; if none of them decides, a leaf that says so. */
final class GatesDescriptor extends CultivarDescriptor {

    static final String NAME = "gates";

    private final PlannedSuite suite;
    private final Runner runner;
    private final BooleanSupplier named;

    /**
     * Surefire takes this node's name for the class of the leaves below it, and 3.5.3 drops leaves, including failures, of a class that it
     * has not started. Under Surefire, the name is therefore the suite's.
     *
     * @param named whether the request names the class or a method, so that missing gates must have been filtered out; unknown until
     *     discovery has ended
     */
    GatesDescriptor(UniqueId parent, PlannedSuite suite, Runner runner, BooleanSupplier named) {
        super(
                parent.append(Segments.GATES, NAME),
                runner == Runner.SUREFIRE ? suite.definition().type().getName() : NAME,
                Sources.leafForSurefire(suite.definition().type()),
                LAST - 1);
        this.suite = suite;
        this.runner = runner;
        this.named = named;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Reports gates that filters removed. Filters act after discovery, and a gate that vanished unnoticed would count as green. */
    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        if (named.getAsBoolean()) {
            Set<UniqueId> below =
                    getChildren().stream().map(TestDescriptor::getUniqueId).collect(Collectors.toSet());
            leftOut().stream()
                    .filter(leaf -> !below.contains(leaf.getUniqueId()))
                    .forEach(leaf -> {
                        addChild(leaf);
                        dynamicTestExecutor.execute(leaf);
                    });
        }
        return context;
    }

    /** A node for everything that the suite decides, as a filter left it out. */
    private List<CultivarDescriptor> leftOut() {
        Stream<CultivarDescriptor> none = Stream.of(suite)
                .filter(PlannedSuite::decidesNothing)
                .map(any -> new NoGateDescriptor(getUniqueId(), suite, runner));
        return Stream.concat(
                        none,
                        IntStream.range(0, suite.gates().size())
                                .mapToObj(i -> GateDescriptor.leftOut(
                                        getUniqueId(), suite, suite.gates().get(i), i, runner)))
                .toList();
    }
}
