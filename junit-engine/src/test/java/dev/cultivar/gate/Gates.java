package dev.cultivar.gate;

import java.util.List;
import java.util.Optional;

/** Gates as a suite would declare them. */
final class Gates {

    private Gates() {}

    static GateSpec alignment(String population, double min) {
        return alignment(population, min, "spearman");
    }

    static GateSpec alignment(String population, double min, String metric) {
        return spec(GateSpec.Kind.ALIGNMENT, population, null, min, metric, null, null, true);
    }

    static GateSpec bias(String reference, double max) {
        return bias(reference, max, "paired");
    }

    static GateSpec bias(String reference, double max, String method) {
        return spec(GateSpec.Kind.BIAS, null, reference, max, method, null, null, true);
    }

    static GateSpec consistency(double min) {
        return spec(GateSpec.Kind.CONSISTENCY, null, null, min, null, null, null, true);
    }

    static GateSpec coverage(double min) {
        return spec(GateSpec.Kind.COVERAGE, null, null, min, null, null, null, true);
    }

    static GateSpec regression(String baseline, double margin, boolean required) {
        return spec(GateSpec.Kind.REGRESSION, "local", null, margin, null, null, baseline, required);
    }

    static GateSpec capability(String family, double min) {
        return spec(GateSpec.Kind.CAPABILITY, null, null, min, null, family, null, true);
    }

    private static GateSpec spec(
            GateSpec.Kind kind,
            String population,
            String reference,
            double threshold,
            String metric,
            String family,
            String baseline,
            boolean required) {
        return new GateSpec(
                kind,
                Optional.ofNullable(population),
                Optional.ofNullable(reference),
                threshold,
                Optional.ofNullable(metric),
                Optional.ofNullable(family),
                Optional.ofNullable(baseline),
                required,
                List.of(),
                List.of());
    }

    static GateSpec only(GateSpec gate, List<String> models, List<String> languages) {
        return new GateSpec(
                gate.kind(),
                gate.population(),
                gate.reference(),
                gate.threshold(),
                gate.metric(),
                gate.family(),
                gate.baseline(),
                gate.baselineRequired(),
                models,
                languages);
    }
}
