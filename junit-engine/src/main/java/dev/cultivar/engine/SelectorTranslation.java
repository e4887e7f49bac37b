package dev.cultivar.engine;

import static java.util.stream.Collectors.toCollection;

import dev.cultivar.run.plan.CellKey;
import dev.cultivar.suite.SuiteClasses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns the platform's selectors into this engine's own. Class-name filters apply only here, so reruns by id pass them. */
final class SelectorTranslation implements SelectorResolver {

    private final Suites suites;
    private final UniqueIds ids;
    private final Predicate<String> classNames;

    /**
     * @param classNames filter on class selectors, but not on ids; filtering ids would break reruns inside a {@code @Suite}
     */
    SelectorTranslation(Suites suites, UniqueIds ids, Predicate<String> classNames) {
        this.suites = suites;
        this.ids = ids;
        this.classNames = classNames;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return classNames.test(selector.getClassName()) ? ofClass(selector.getJavaClass()) : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(NestedClassSelector selector, Context context) {
        return classNames.test(selector.getNestedClassName())
                ? ofClass(selector.getNestedClass())
                : Resolution.unresolved();
    }

    private Resolution ofClass(Class<?> type) {
        suites.name(type);
        return SuiteClasses.concern(type) ? to(Set.of(new Selectors.OfClass(type))) : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return ofMethod(selector.getJavaClass(), selector.getMethodName());
    }

    @Override
    public Resolution resolve(NestedMethodSelector selector, Context context) {
        return ofMethod(selector.getNestedClass(), selector.getMethodName());
    }

    private Resolution ofMethod(Class<?> type, String method) {
        suites.name(type);
        if (!SuiteClasses.isSuite(type)) {
            return Resolution.unresolved();
        }
        if (!suites.mistakes(type).isEmpty()) {
            return to(Set.of(new Selectors.OfClass(type)));
        }
        Set<DiscoverySelector> selectors = topics(type, method)
                .<DiscoverySelector>map(topic -> new Selectors.OfTopic(type, topic))
                .collect(toCollection(LinkedHashSet::new));
        if (!selectors.isEmpty()) {
            // The gates will be skipped, which shows that one probe is not the whole suite.
            selectors.add(new Selectors.OfGates(type));
        }
        return to(selectors);
    }

    @Override
    public Resolution resolve(IterationSelector selector, Context context) {
        List<CellKey> cells = cells(selector.getParentSelector()).toList();
        Optional<Class<?>> type = suite(selector.getParentSelector());
        if (type.isEmpty()) {
            return Resolution.unresolved();
        }
        suites.name(type.get());
        return to(selector.getIterationIndices().stream()
                .filter(index -> index >= 0 && index < cells.size())
                .sorted()
                .<DiscoverySelector>map(index -> new Selectors.OfCell(type.get(), cells.get(index)))
                .collect(toCollection(LinkedHashSet::new)));
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        return ids.parse(selector.getUniqueId()).map(found -> to(Set.of(found))).orElse(Resolution.unresolved());
    }

    private Optional<Class<?>> suite(DiscoverySelector parent) {
        if (parent instanceof MethodSelector method) {
            return Optional.<Class<?>>of(method.getJavaClass()).filter(SuiteClasses::isSuite);
        }
        return parent instanceof UniqueIdSelector id ? topic(id).map(Selectors.OfTopic::suite) : Optional.empty();
    }

    private Stream<CellKey> cells(DiscoverySelector parent) {
        if (parent instanceof MethodSelector method && SuiteClasses.isSuite(method.getJavaClass())) {
            return topics(method.getJavaClass(), method.getMethodName())
                    .flatMap(topic -> cells(method.getJavaClass(), topic));
        }
        return parent instanceof UniqueIdSelector id
                ? topic(id).stream().flatMap(topic -> cells(topic.suite(), topic.topic()))
                : Stream.of();
    }

    private Optional<Selectors.OfTopic> topic(UniqueIdSelector id) {
        return ids.parse(id.getUniqueId())
                .filter(Selectors.OfTopic.class::isInstance)
                .map(Selectors.OfTopic.class::cast);
    }

    private Stream<CellKey> cells(Class<?> type, String topic) {
        return suites.find(type).stream().flatMap(suite -> suite.cells(topic).stream());
    }

    /** The topics of a probe, found by its method's name alone: a build tool may not know the method's parameters. */
    private Stream<String> topics(Class<?> type, String method) {
        return suites.find(type).stream()
                .flatMap(suite -> suite.probes().entrySet().stream())
                .filter(probe -> probe.getValue().method().getName().equals(method))
                .map(Map.Entry::getKey);
    }

    private static Resolution to(Set<DiscoverySelector> selectors) {
        return selectors.isEmpty() ? Resolution.unresolved() : Resolution.selectors(selectors);
    }
}
