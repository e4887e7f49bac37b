package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.Demand;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a suite spelt out before anything runs.
 *
 * @param leaves every decision to be made, in the order of the gates, then models, languages and populations
 * @param telling what is wrong with thresholds that cannot tell a population from others, or hardly can
 * @param problems what is wrong with the gates as declared, one line per problem; a plan with problems must not be run
 */
public record GatePlan(List<GateLeaf> leaves, Map<GateLeaf, Note.Telling> telling, List<String> problems) {

    public GatePlan {
        leaves = List.copyOf(leaves);
        telling = Collections.unmodifiableMap(new LinkedHashMap<>(telling));
        problems = List.copyOf(problems);
    }

    /**
     * Spells out gates.
     *
     * @param gates as declared
     * @param suite its settings
     * @param populations truth in use
     * @param topics topics of the suite
     */
    public static GatePlan of(List<Gate> gates, RunSettings suite, PopulationTable populations, List<Topic> topics) {
        List<ModelSettings> models = suite.models().value();
        List<GateLeaf> leaves = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Gate gate : gates) {
            List<String> wrong = mistakes(gate, suite);
            problems.addAll(wrong);
            if (wrong.isEmpty()) {
                GateExpansion expansion = new GateExpansion(
                        gate.title(),
                        gate.scope(),
                        models,
                        suite.value(Settings.LANGUAGES),
                        populations,
                        topics.stream().map(Topic::key).toList());
                expansion.checkScope();
                gate.expand(expansion).forEach(subject -> leaves.add(new GateLeaf(of(gate, subject, models), subject)));
                problems.addAll(expansion.problems());
            }
        }
        List<GateLeaf> kept = Contradictions.without(leaves, problems);
        GateTelling telling =
                new GateTelling(populations, topics.stream().map(Topic::key).toList());
        Map<GateLeaf, Note.Telling> notes = new LinkedHashMap<>();
        kept.forEach(leaf -> telling.of(leaf).ifPresent(note -> notes.put(leaf, note)));
        return new GatePlan(kept, notes, problems.stream().distinct().toList());
    }

    /**
     * Gates whose threshold cannot tell a population from others, one line each: the mistakes of a run that demands that all thresholds
     * can.
     */
    public List<String> untelling() {
        return telling.entrySet().stream()
                .filter(entry -> !entry.getValue().fault().tells())
                .map(entry ->
                        entry.getKey().name() + " cannot tell these people from others, and " + Settings.REQUIRE.name()
                                + " has " + Demand.TELLING.label()
                                + "; set its threshold between what others and what its own people would score: "
                                + between(entry.getValue()) + ".")
                .toList();
    }

    private static String between(Note.Telling telling) {
        ReferencePoints points = telling.points();
        return score(telling.most() ? points.reference() : points.othersReach()) + " and " + score(points.own());
    }

    private static String score(@Nullable Double value) {
        return value == null ? "none" : Decimals.score(value);
    }

    private static Gate of(Gate gate, GateSubject subject, List<ModelSettings> models) {
        return models.stream()
                .filter(model -> model.name().equals(subject.model()))
                .findFirst()
                .map(gate::of)
                .orElse(gate);
    }

    /** What is wrong with a gate by itself. */
    private static List<String> mistakes(Gate gate, RunSettings suite) {
        return Stream.of(
                        gate.mistakes(suite).stream(),
                        otherQuestion(gate, suite).stream(),
                        gate
                                .thresholds()
                                .mistake(gate.threshold())
                                .map(wrong -> "threshold " + Digits.exact(gate.threshold()) + " " + wrong)
                                .stream())
                .flatMap(Function.identity())
                .map(wrong -> gate.title() + ": " + wrong)
                .toList();
    }

    /** The published method gives no interval at these topics; a comparison with a baseline has one with any method. */
    private static Optional<String> otherQuestion(Gate gate, RunSettings suite) {
        boolean published = suite.value(Settings.METHOD) == Method.PUBLISHED;
        return published && gate.baseline().isEmpty() && gate.named().equals(Optional.of(Estimand.THESE_TOPICS))
                ? Optional.of("with cultivar.method=published the only estimand is ALL_TOPICS; leave the"
                        + " estimand out, or set cultivar.method to robust.")
                : Optional.empty();
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
