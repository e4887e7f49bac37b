package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with one gate by itself. */
final class SpecCheck {

    private SpecCheck() {}

    static List<String> of(GateSpec spec) {
        List<String> problems = new ArrayList<>();
        if (spec.kind() == GateSpec.Kind.ALIGNMENT && metric(spec).isEmpty()) {
            problems.add(name(spec) + ": metric '" + spec.metric().orElse("") + "' is unknown; choose one of "
                    + String.join(", ", Metric.labels()) + ".");
            return problems;
        }
        if (spec.kind() == GateSpec.Kind.BIAS
                && !List.of("paired", "ols").contains(spec.metric().orElse("paired"))) {
            problems.add(name(spec) + ": method '" + spec.metric().orElse("") + "' is unknown; choose paired or ols.");
        }
        if (spec.kind() == GateSpec.Kind.REGRESSION
                && spec.baseline().filter(path -> !path.isBlank()).isEmpty()) {
            problems.add(
                    name(spec) + ": no baseline is named; give the path of a file that cultivar:baseline-save wrote.");
        }
        if (spec.kind() == GateSpec.Kind.CAPABILITY
                && spec.family().filter(family -> !family.isBlank()).isEmpty()) {
            problems.add(name(spec) + ": no family is named.");
        }
        threshold(spec, problems);
        return problems;
    }

    private static java.util.Optional<Metric> metric(GateSpec spec) {
        return Metric.of(spec.metric().orElse(Metric.SPEARMAN.label()));
    }

    private static void threshold(GateSpec spec, List<String> problems) {
        double value = spec.threshold();
        double least;
        double most;
        switch (spec.kind()) {
            case ALIGNMENT -> {
                least = metric(spec).map(Metric::least).orElse(-1.0);
                most = 1;
            }
            case CONSISTENCY -> {
                least = -1;
                most = 1;
            }
            case COVERAGE -> {
                least = 0;
                most = 1;
            }
            case BIAS -> {
                least = -2;
                most = 2;
            }
            case REGRESSION -> {
                least = 0;
                most = 2;
            }
            case CAPABILITY -> {
                least = -Double.MAX_VALUE;
                most = Double.MAX_VALUE;
            }
            default -> throw new IllegalStateException("no range for " + spec.kind());
        }
        if (!(value >= least && value <= most)) {
            problems.add(name(spec) + ": threshold " + Digits.exact(value) + " "
                    + (spec.kind() == GateSpec.Kind.CAPABILITY
                            ? "is no finite number."
                            : "is outside of [" + Digits.exact(least) + ", " + Digits.exact(most) + "]."));
        }
    }

    /** What a gate is called in a problem: its annotation. */
    static String name(GateSpec spec) {
        String kind = spec.kind().name();
        return "@" + kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + "Gate";
    }
}
