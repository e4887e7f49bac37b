package dev.cultivar.engine;

import static java.util.stream.Collectors.toCollection;

import dev.cultivar.engine.execution.Runner;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.ProbeDefinition;
import dev.cultivar.suite.Sources;
import dev.cultivar.suite.SuiteClasses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Creates the node for each of this engine's selectors, below its parent's node. */
final class TreeResolver implements SelectorResolver {

    private final Suites suites;
    private final Runner runner;

    TreeResolver(Suites suites, Runner runner) {
        this.suites = suites;
        this.runner = runner;
    }

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        if (selector instanceof Selectors.OfClass ofClass) {
            return exact(type(ofClass.type(), context), children(ofClass.type()));
        }
        if (selector instanceof Selectors.OfTopic ofTopic) {
            return exact(topic(ofTopic, context), models(ofTopic));
        }
        if (selector instanceof Selectors.OfModel ofModel) {
            return exact(model(ofModel, context), cells(ofModel));
        }
        if (selector instanceof Selectors.OfCell ofCell) {
            return exact(cell(ofCell, context), Set.of());
        }
        if (selector instanceof Selectors.OfGates ofGates) {
            return exact(gates(ofGates, context), gateLeaves(ofGates));
        }
        if (selector instanceof Selectors.OfGate ofGate) {
            return exact(gate(ofGate, context), Set.of());
        }
        if (selector instanceof Selectors.OfNoGate ofNoGate) {
            return exact(noGate(ofNoGate, context), Set.of());
        }
        return selector instanceof Selectors.OfMistake ofMistake
                ? exact(mistake(ofMistake, context), Set.of())
                : Resolution.unresolved();
    }

    private static Resolution exact(
            Optional<? extends TestDescriptor> node, Set<? extends DiscoverySelector> children) {
        return node.map(found -> Resolution.match(Match.exact(found, () -> children)))
                .orElse(Resolution.unresolved());
    }

    private Optional<CultivarDescriptor> type(Class<?> type, Context context) {
        @Nullable Class<?> outer = type.getDeclaringClass();
        return outer != null && SuiteClasses.concern(outer)
                ? context.addToParent(() -> new Selectors.OfClass(outer), parent -> Optional.of(node(parent, type)))
                : context.addToParent(parent -> Optional.of(node(parent, type)));
    }

    private CultivarDescriptor node(TestDescriptor parent, Class<?> type) {
        if (SuiteClasses.isGroup(type)) {
            return new GroupDescriptor(parent.getUniqueId(), type);
        }
        return suites.find(type)
                .<CultivarDescriptor>map(suite -> new SuiteDescriptor(
                        parent.getUniqueId(), suite, suites.askedGates(type), () -> suites.isNamed(type), runner))
                .orElseGet(() -> new MistakenSuiteDescriptor(parent.getUniqueId(), type));
    }

    private Set<DiscoverySelector> children(Class<?> type) {
        Set<DiscoverySelector> children = new LinkedHashSet<>();
        if (SuiteClasses.isSuite(type)) {
            suites.find(type).ifPresent(suite -> {
                suite.probes().keySet().forEach(topic -> children.add(new Selectors.OfTopic(type, topic)));
                children.add(new Selectors.OfGates(type));
            });
            IntStream.rangeClosed(1, suites.mistakes(type).size())
                    .forEach(number -> children.add(new Selectors.OfMistake(type, number)));
        }
        SuiteClasses.nested(type).forEach(nested -> children.add(new Selectors.OfClass(nested)));
        return children;
    }

    private Optional<TopicDescriptor> topic(Selectors.OfTopic selector, Context context) {
        return context.addToParent(
                () -> new Selectors.OfClass(selector.suite()),
                parent -> withProbe(
                        selector.suite(),
                        selector.topic(),
                        (suite, probe) -> new TopicDescriptor(
                                parent.getUniqueId(),
                                suite,
                                selector.topic(),
                                probe,
                                List.copyOf(suite.probes().keySet()).indexOf(selector.topic()))));
    }

    private Optional<ModelDescriptor> model(Selectors.OfModel selector, Context context) {
        return context.addToParent(
                () -> new Selectors.OfTopic(selector.suite(), selector.topic()),
                parent -> withProbe(
                        selector.suite(),
                        selector.topic(),
                        (suite, probe) -> new ModelDescriptor(
                                parent.getUniqueId(),
                                selector.model(),
                                source(suite, probe),
                                suite.models().indexOf(selector.model()))));
    }

    private Optional<CellDescriptor> cell(Selectors.OfCell selector, Context context) {
        CellKey cell = selector.cell();
        return context.addToParent(
                () -> new Selectors.OfModel(selector.suite(), cell.topic(), cell.model()),
                parent -> withProbe(
                        selector.suite(),
                        cell.topic(),
                        (suite, probe) -> new CellDescriptor(
                                parent.getUniqueId(), suite, cell, probe, suite.number(cell), runner)));
    }

    private Optional<GatesDescriptor> gates(Selectors.OfGates selector, Context context) {
        return context.addToParent(
                () -> new Selectors.OfClass(selector.suite()),
                parent -> suites.find(selector.suite()).map(suite -> gates(parent, suite)));
    }

    private GatesDescriptor gates(TestDescriptor parent, PlannedSuite suite) {
        return new GatesDescriptor(
                parent.getUniqueId(),
                suite,
                runner,
                () -> suites.isNamed(suite.definition().type()));
    }

    private Optional<NoGateDescriptor> noGate(Selectors.OfNoGate selector, Context context) {
        return context.addToParent(
                () -> new Selectors.OfGates(selector.suite()), parent -> suites.find(selector.suite())
                        .map(suite -> new NoGateDescriptor(parent.getUniqueId(), suite, runner)));
    }

    private Optional<GateDescriptor> gate(Selectors.OfGate selector, Context context) {
        return context.addToParent(() -> new Selectors.OfGates(selector.suite()), parent -> suites.find(
                        selector.suite())
                .flatMap(suite -> IntStream.range(0, suite.gates().size())
                        .filter(i -> suite.gates().get(i).measures().equals(selector.gate()))
                        .mapToObj(i -> new GateDescriptor(
                                parent.getUniqueId(), suite, suite.gates().get(i), i, runner))
                        .findFirst()));
    }

    private Optional<MistakeDescriptor> mistake(Selectors.OfMistake selector, Context context) {
        return context.addToParent(
                () -> new Selectors.OfClass(selector.suite()),
                parent -> Optional.of(new MistakeDescriptor(
                        parent.getUniqueId(),
                        suites.mistakes(selector.suite()).get(selector.number() - 1),
                        selector.number())));
    }

    private <T> Optional<T> withProbe(Class<?> type, String topic, BiFunction<PlannedSuite, ProbeDefinition, T> node) {
        return suites.find(type)
                .flatMap(
                        suite -> Optional.ofNullable(suite.probes().get(topic)).map(probe -> node.apply(suite, probe)));
    }

    private Set<DiscoverySelector> models(Selectors.OfTopic topic) {
        return planned(topic.suite())
                .flatMap(suite -> suite.models().stream())
                .<DiscoverySelector>map(model -> new Selectors.OfModel(topic.suite(), topic.topic(), model))
                .collect(toCollection(LinkedHashSet::new));
    }

    private Set<DiscoverySelector> cells(Selectors.OfModel model) {
        return planned(model.suite())
                .flatMap(suite -> suite.cells(model.topic(), model.model()).stream())
                .<DiscoverySelector>map(cell -> new Selectors.OfCell(model.suite(), cell))
                .collect(toCollection(LinkedHashSet::new));
    }

    private Set<DiscoverySelector> gateLeaves(Selectors.OfGates gates) {
        return planned(gates.suite())
                .flatMap(suite -> Stream.concat(
                        Stream.<DiscoverySelector>of(new Selectors.OfNoGate(gates.suite()))
                                .filter(none -> suite.decidesNothing()),
                        suite.gates().stream().map(gate -> new Selectors.OfGate(gates.suite(), gate.measures()))))
                .collect(toCollection(LinkedHashSet::new));
    }

    private Stream<PlannedSuite> planned(Class<?> type) {
        return suites.find(type).stream();
    }

    private static MethodSource source(PlannedSuite suite, ProbeDefinition probe) {
        return Sources.method(suite.definition().type(), probe.method());
    }
}
