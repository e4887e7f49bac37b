package dev.cultivar.suite;

import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CapabilityGate;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.GateSpec;
import dev.cultivar.gate.GateSpec.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the gates of a class, whether they stand on it, on a superclass or on an annotation of a team's own. */
final class GateAnnotations {

    private GateAnnotations() {}

    static List<GateSpec> of(Class<?> suite) {
        return Stream.of(
                        read(suite, AlignmentGate.class, GateAnnotations::alignment),
                        read(suite, BiasGate.class, GateAnnotations::bias),
                        read(suite, ConsistencyGate.class, GateAnnotations::consistency),
                        read(suite, CoverageGate.class, GateAnnotations::coverage),
                        read(suite, RegressionGate.class, GateAnnotations::regression),
                        read(suite, CapabilityGate.class, GateAnnotations::capability))
                .flatMap(Function.identity())
                .toList();
    }

    private static <A extends java.lang.annotation.Annotation> Stream<GateSpec> read(
            Class<?> suite, Class<A> type, Function<A, GateSpec> reading) {
        return findRepeatableAnnotations(suite, type).stream().map(reading).distinct();
    }

    private static GateSpec alignment(AlignmentGate gate) {
        return new GateSpec(
                Kind.ALIGNMENT,
                Optional.of(gate.population()),
                Optional.empty(),
                gate.min(),
                Optional.of(gate.metric()),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(gate.models()),
                List.of(gate.languages()));
    }

    private static GateSpec bias(BiasGate gate) {
        return new GateSpec(
                Kind.BIAS,
                Optional.empty(),
                Optional.of(gate.reference()),
                gate.max(),
                Optional.of(gate.method().name().toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(gate.models()),
                List.of(gate.languages()));
    }

    private static GateSpec consistency(ConsistencyGate gate) {
        return plain(Kind.CONSISTENCY, gate.min(), gate.models(), gate.languages());
    }

    private static GateSpec coverage(CoverageGate gate) {
        return plain(Kind.COVERAGE, gate.min(), gate.models(), gate.languages());
    }

    private static GateSpec plain(Kind kind, double threshold, String[] models, String[] languages) {
        return new GateSpec(
                kind,
                Optional.empty(),
                Optional.empty(),
                threshold,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(models),
                List.of(languages));
    }

    private static GateSpec regression(RegressionGate gate) {
        return new GateSpec(
                Kind.REGRESSION,
                Optional.of(gate.population()),
                Optional.empty(),
                gate.margin(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(gate.baseline()),
                gate.required(),
                List.of(gate.models()),
                List.of(gate.languages()));
    }

    private static GateSpec capability(CapabilityGate gate) {
        return new GateSpec(
                Kind.CAPABILITY,
                Optional.empty(),
                Optional.empty(),
                gate.min(),
                Optional.empty(),
                Optional.of(gate.family()),
                Optional.empty(),
                true,
                List.of(gate.models()),
                List.of(gate.languages()));
    }
}
