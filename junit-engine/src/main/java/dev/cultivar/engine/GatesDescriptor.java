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

/** The gates of a suite, after all its topics; where none of them decides, a leaf that says so. */
final class GatesDescriptor extends CultivarDescriptor {

    static final String NAME = "gates";

    private final PlannedSuite suite;
    private final Runner runner;
    private final BooleanSupplier named;

    /**
     * Surefire takes the name for the class of what is below, and 3.5.3 drops what is of no class that it has started, failures
     * included: under it the name is that of the suite.
     *
     * @param named whether the request names the class, or a method, so that gates that are missing were filtered out; not
     *     known before discovery has ended
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

    /** Tells of gates that filters left out: these act after discovery, and a gate that nobody misses would be green. */
    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        if (named.getAsBoolean()) {
            Set<UniqueId> below =
                    getChildren().stream().map(TestDescriptor::getUniqueId).collect(Collectors.toSet());
            leaves(true).stream()
                    .filter(leaf -> !below.contains(leaf.getUniqueId()))
                    .forEach(leaf -> {
                        addChild(leaf);
                        dynamicTestExecutor.execute(leaf);
                    });
        }
        return context;
    }

    private List<CultivarDescriptor> leaves(boolean leftOut) {
        Stream<CultivarDescriptor> none = Stream.of(suite)
                .filter(PlannedSuite::decidesNothing)
                .map(any -> new NoGateDescriptor(getUniqueId(), suite, runner));
        return Stream.concat(
                        none,
                        IntStream.range(0, suite.gates().size())
                                .mapToObj(i -> new GateDescriptor(
                                        getUniqueId(), suite, suite.gates().get(i), i, runner, leftOut)))
                .toList();
    }
}
