package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gates of a suite spelt out before anything runs.
 *
 * @param leaves every decision to be made, in the order of the gates, then models, languages and populations
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
     * @param gates as declared
     * @param models models of the suite
     * @param languages languages of the suite
     * @param populations truth in use
     * @param topics topics of the suite
     */
    public static GatePlan of(
            List<Gate> gates,
            List<ModelSettings> models,
            List<String> languages,
            PopulationTable populations,
            List<Topic> topics) {
        List<GateLeaf> leaves = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Gate gate : gates) {
            List<String> wrong = mistakes(gate);
            problems.addAll(wrong);
            if (wrong.isEmpty()) {
                GateExpansion expansion = new GateExpansion(
                        gate.title(),
                        gate.scope(),
                        models,
                        languages,
                        populations,
                        topics.stream().map(Topic::key).toList());
                expansion.checkScope();
                gate.expand(expansion).forEach(subject -> leaves.add(new GateLeaf(gate, subject)));
                problems.addAll(expansion.problems());
            }
        }
        return new GatePlan(
                Contradictions.without(leaves, problems),
                problems.stream().distinct().toList());
    }

    /** What is wrong with a gate by itself. */
    private static List<String> mistakes(Gate gate) {
        return Stream.concat(
                        gate.mistakes().stream(),
                        gate
                                .thresholds()
                                .mistake(gate.threshold())
                                .map(wrong -> "threshold " + Digits.exact(gate.threshold()) + " " + wrong)
                                .stream())
                .map(wrong -> gate.title() + ": " + wrong)
                .toList();
    }

    /** What the analysis must estimate so that every gate can be decided. */
    public AnalysisOptions require(AnalysisOptions options) {
        AnalysisOptions required = options;
        for (GateLeaf leaf : leaves) {
            required = leaf.gate().require(required, leaf.subject());
        }
        return required;
    }
}
