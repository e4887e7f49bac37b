package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The gates of a suite spelt out before anything runs.
 *
 * @param leaves every decision to be made, in the order of the specs, then models, languages and populations
 * @param problems what is wrong with the gates as declared, a line each; a plan with problems must not be run
 */
public record GatePlan(List<GateLeaf> leaves, List<String> problems) {

    public GatePlan {
        leaves = List.copyOf(leaves);
        problems = List.copyOf(problems);
    }

    /**
     * Spells out gates.
     *
     * @param specs the gates as declared
     * @param models models of the suite
     * @param languages languages of the suite
     * @param populations truth in use
     * @param topics topics of the suite
     */
    public static GatePlan of(
            List<GateSpec> specs,
            List<ModelSettings> models,
            List<String> languages,
            PopulationTable populations,
            List<Topic> topics) {
        GateExpansion expansion = new GateExpansion(
                models, languages, populations, topics.stream().map(Topic::key).toList());
        List<GateLeaf> leaves = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (GateSpec spec : specs) {
            List<String> wrong = SpecCheck.of(spec);
            problems.addAll(wrong);
            if (wrong.isEmpty()) {
                leaves.addAll(expansion.leaves(spec, problems));
            }
        }
        return new GatePlan(
                Contradictions.without(leaves, problems),
                problems.stream().distinct().toList());
    }

    /** What the analysis must estimate so that every gate can be decided. */
    public AnalysisOptions require(AnalysisOptions options) {
        TreeSet<String> references = new TreeSet<>(options.references());
        TreeSet<String> named = new TreeSet<>(options.populations());
        Set<Metric> metrics = EnumSet.copyOf(options.metrics());
        for (GateLeaf leaf : leaves) {
            if (leaf.population() != null) {
                (leaf.spec().kind() == GateSpec.Kind.BIAS ? references : named).add(leaf.population());
            }
            if (leaf.spec().kind() == GateSpec.Kind.ALIGNMENT) {
                leaf.spec().metric().flatMap(Metric::of).ifPresent(metrics::add);
            }
        }
        AnalysisOptions required = options.with(references, named, metrics);
        boolean regressions = leaves.stream()
                .map(GateLeaf::spec)
                .anyMatch(spec -> spec.kind() == GateSpec.Kind.CAPABILITY
                        || spec.metric().filter("ols"::equals).isPresent());
        return regressions ? required.withRegressions() : required;
    }
}
