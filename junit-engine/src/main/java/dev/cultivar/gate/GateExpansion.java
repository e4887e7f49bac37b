package dev.cultivar.gate;

import dev.cultivar.analysis.RunAnalysis;
import dev.cultivar.api.Population;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Spells one gate out over models, languages and populations, and says what does not exist. */
final class GateExpansion {

    private final List<ModelSettings> models;
    private final List<String> languages;
    private final PopulationTable populations;
    private final List<String> topics;
    private final List<String> problems = new ArrayList<>();

    GateExpansion(
            List<ModelSettings> models, List<String> languages, PopulationTable populations, List<String> topics) {
        this.models = models;
        this.languages = languages;
        this.populations = populations;
        this.topics = topics;
    }

    /** Every decision of a gate; what does not exist is told in {@code problems}. */
    List<GateLeaf> leaves(Gate gate) {
        chosen(gate, "model", gate.scope().models(), modelNames());
        chosen(gate, "language", gate.scope().languages(), languages);
        return gate.expand(this);
    }

    /** What is wrong with the gates spelled out so far, a line each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** One leaf a model and language. */
    List<GateLeaf> perSample(Gate gate) {
        return perModel(gate, language -> List.of(Optional.empty()));
    }

    /** One leaf a model, language and population. */
    List<GateLeaf> perPopulation(Gate gate, Function<String, List<PopulationKey>> populationsOf) {
        return perModel(gate, language -> populationsOf.apply(language).stream()
                .map(key -> Optional.of(key.name()))
                .toList());
    }

    /** Whether a statistic over topics, of no population, can be had at all. */
    boolean enoughTopics(Gate gate) {
        if (topics.size() >= RunAnalysis.LEAST_TOPICS) {
            return true;
        }
        problem(
                gate,
                "the suite has " + topics.size() + " topics; at least " + RunAnalysis.LEAST_TOPICS + " are needed.");
        return false;
    }

    private List<GateLeaf> perModel(Gate gate, Function<String, List<Optional<String>>> populationsOf) {
        List<GateLeaf> leaves = new ArrayList<>();
        for (String model : among(gate.scope().models(), modelNames())) {
            for (String language : among(gate.scope().languages(), languages)) {
                populationsOf
                        .apply(language)
                        .forEach(population ->
                                leaves.add(new GateLeaf(gate, model, null, language, population.orElse(null))));
            }
        }
        return leaves;
    }

    private List<String> modelNames() {
        return models.stream().map(ModelSettings::name).toList();
    }

    private void chosen(Gate gate, String what, List<String> wanted, Collection<String> known) {
        for (String name : wanted) {
            if (!known.contains(name)) {
                problem(
                        gate,
                        "the suite has no " + what + " '" + name + "'; nearest: "
                                + String.join(", ", NearestNames.of(name, known)) + ".");
            }
        }
    }

    private static List<String> among(List<String> wanted, List<String> known) {
        return wanted.isEmpty()
                ? known
                : known.stream().filter(wanted::contains).toList();
    }

    private void problem(Gate gate, String what) {
        problems.add(gate.title() + ": " + what);
    }

    /** The populations of that name for a language, those with enough truth. */
    List<PopulationKey> populations(Gate gate, String wanted, String language) {
        List<PopulationKey> found =
                switch (wanted) {
                    case Population.LOCAL -> local(gate, language);
                    case Population.LANGUAGE -> named(gate, language);
                    case Population.GLOBAL -> named(gate, PopulationKey.GLOBAL.name());
                    default -> named(gate, wanted);
                };
        return found.stream().filter(key -> enoughTruth(gate, key)).toList();
    }

    private List<PopulationKey> local(Gate gate, String language) {
        List<PopulationKey> local = populations.local(language);
        if (local.isEmpty()) {
            problem(
                    gate,
                    "no country of the population table has " + language
                            + " as its language; name a population, or give the gate other languages.");
        }
        return local;
    }

    private List<PopulationKey> named(Gate gate, String name) {
        Optional<PopulationKey> found = populations.find(name);
        if (found.isEmpty()) {
            problem(
                    gate,
                    "population '" + name + "' is unknown; nearest: " + String.join(", ", populations.nearest(name))
                            + ".");
        }
        return found.stream().toList();
    }

    /** The reference country where a bias towards it can be had. */
    List<PopulationKey> reference(Gate gate, String wanted, String language) {
        List<PopulationKey> found = named(gate, wanted);
        if (found.isEmpty()) {
            return List.of();
        }
        PopulationKey key = found.get(0);
        if (key.type() != PopulationType.COUNTRY) {
            problem(gate, "reference " + key + " is no country.");
            return List.of();
        }
        List<PopulationKey> others = populations.local(language).stream()
                .filter(local -> !local.equals(key))
                .toList();
        if (others.isEmpty()) {
            problem(
                    gate,
                    "no country but the reference " + key + " has " + language
                            + " as its language, so there is nothing to compare with; give the gate other languages.");
            return List.of();
        }
        long common = topics.stream()
                .filter(topic -> populations.polarity(key, topic).isPresent()
                        && others.stream()
                                .allMatch(other ->
                                        populations.polarity(other, topic).isPresent()))
                .count();
        if (common < RunAnalysis.LEAST_TOPICS) {
            problem(
                    gate,
                    "" + common + " of the suite's " + topics.size()
                            + " topics have truth for " + key + " and every local country of " + language
                            + "; at least "
                            + RunAnalysis.LEAST_TOPICS + " are needed.");
            return List.of();
        }
        return found;
    }

    private boolean enoughTruth(Gate gate, PopulationKey key) {
        long known = topics.stream()
                .filter(topic -> populations.polarity(key, topic).isPresent())
                .count();
        if (known >= RunAnalysis.LEAST_TOPICS) {
            return true;
        }
        problem(
                gate,
                "population " + key + " has truth for " + known + " of the suite's " + topics.size()
                        + " topics; at least " + RunAnalysis.LEAST_TOPICS + " are needed.");
        return false;
    }

    /** One leaf a language for the models of a family. */
    List<GateLeaf> perFamily(Capability gate) {
        String family = gate.family();
        List<String> chosen = among(gate.scope().models(), modelNames());
        List<ModelSettings> members = models.stream()
                .filter(model -> model.family().equals(family) && chosen.contains(model.name()))
                .toList();
        if (members.isEmpty()) {
            problem(
                    gate,
                    "no model of the suite is of family '" + family + "'; nearest: "
                            + String.join(
                                    ", ",
                                    NearestNames.of(
                                            family,
                                            models.stream()
                                                    .map(ModelSettings::family)
                                                    .distinct()
                                                    .toList()))
                            + ".");
            return List.of();
        }
        List<GateLeaf> leaves = new ArrayList<>();
        for (String language : among(gate.scope().languages(), languages)) {
            List<String> without = members.stream()
                    .filter(model -> !model.capability().containsKey(language))
                    .map(ModelSettings::name)
                    .toList();
            if (!without.isEmpty()) {
                problem(
                        gate,
                        "no capability in " + language + " is given for " + String.join(", ", without)
                                + "; add it to cultivar.yaml.");
            } else {
                leaves.add(new GateLeaf(gate, null, family, language, null));
            }
        }
        return leaves;
    }
}
