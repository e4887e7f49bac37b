package dev.cultivar.suite;

import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CapabilityGate;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.DistinctGate;
import dev.cultivar.api.DriftGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.StabilityGate;
import dev.cultivar.gate.Alignment;
import dev.cultivar.gate.Bias;
import dev.cultivar.gate.Capability;
import dev.cultivar.gate.Consistency;
import dev.cultivar.gate.Coverage;
import dev.cultivar.gate.Distinct;
import dev.cultivar.gate.Drift;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.Scope;
import dev.cultivar.gate.Stability;
import dev.cultivar.settings.Estimand;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the gates of a class, whether declared on the class, on a superclass or on a team's own annotation. */
final class GateAnnotations {

    private GateAnnotations() {}

    static List<Gate> of(Class<?> suite) {
        return Stream.of(
                        read(
                                suite,
                                AlignmentGate.class,
                                gate -> new Alignment(
                                        gate.population(),
                                        gate.min(),
                                        gate.metric(),
                                        estimand(gate.estimand()),
                                        Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                BiasGate.class,
                                gate -> new Bias(
                                        gate.reference(),
                                        gate.max(),
                                        gate.method(),
                                        estimand(gate.estimand()),
                                        Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                ConsistencyGate.class,
                                gate -> new Consistency(
                                        gate.min(),
                                        estimand(gate.estimand()),
                                        Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                CoverageGate.class,
                                gate -> new Coverage(gate.min(), Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                StabilityGate.class,
                                gate -> new Stability(gate.min(), Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                RegressionGate.class,
                                gate -> new Regression(
                                        gate.baseline(),
                                        gate.statistic(),
                                        Double.isNaN(gate.margin()) ? null : Double.valueOf(gate.margin()),
                                        gate.reference(),
                                        gate.population(),
                                        gate.baselineModel(),
                                        gate.required(),
                                        estimand(gate.estimand()),
                                        Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                DriftGate.class,
                                gate -> new Drift(
                                        gate.baseline(),
                                        gate.baselineModel(),
                                        gate.required(),
                                        Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                DistinctGate.class,
                                gate -> new Distinct(
                                        gate.population(),
                                        gate.min(),
                                        estimand(gate.estimand()),
                                        Scope.of(gate.models(), gate.languages()))),
                        read(
                                suite,
                                CapabilityGate.class,
                                gate -> new Capability(
                                        gate.family(), gate.min(), Scope.of(gate.models(), gate.languages()))))
                .flatMap(Function.identity())
                .toList();
    }

    /** Null for the suite's estimand. */
    private static @Nullable Estimand estimand(dev.cultivar.api.Estimand declared) {
        return switch (declared) {
            case SUITE -> null;
            case THESE_TOPICS -> Estimand.THESE_TOPICS;
            case ALL_TOPICS -> Estimand.ALL_TOPICS;
        };
    }

    private static <A extends Annotation> Stream<Gate> read(Class<?> suite, Class<A> type, Function<A, Gate> reading) {
        return findRepeatableAnnotations(suite, type).stream().map(reading).distinct();
    }
}
