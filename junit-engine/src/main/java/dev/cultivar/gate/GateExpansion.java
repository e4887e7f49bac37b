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

/** Spells one gate out over models, languages and populations, and says what does not exist. */
final class GateExpansion {

    private final List<ModelSettings> models;
    private final List<String> languages;
    private final PopulationTable populations;
    private final List<String> topics;

    GateExpansion(
            List<ModelSettings> models, List<String> languages, PopulationTable populations, List<String> topics) {
        this.models = models;
        this.languages = languages;
        this.populations = populations;
        this.topics = topics;
    }

    List<GateLeaf> leaves(GateSpec spec, List<String> problems) {
        List<String> modelNames = models.stream().map(ModelSettings::name).toList();
        List<String> chosenModels = chosen(spec, "model", spec.models(), modelNames, problems);
        List<String> chosenLanguages = chosen(spec, "language", spec.languages(), languages, problems);
        return spec.kind() == GateSpec.Kind.CAPABILITY
                ? capability(spec, chosenModels, chosenLanguages, problems)
                : perModel(spec, chosenModels, chosenLanguages, problems);
    }

    private static List<String> chosen(
            GateSpec spec, String what, List<String> wanted, Collection<String> known, List<String> problems) {
        for (String name : wanted) {
            if (!known.contains(name)) {
                problems.add(SpecCheck.name(spec) + ": the suite has no " + what + " '" + name + "'; nearest: "
                        + String.join(", ", NearestNames.of(name, known)) + ".");
            }
        }
        return wanted.isEmpty()
                ? List.copyOf(known)
                : known.stream().filter(wanted::contains).toList();
    }

    private List<GateLeaf> perModel(
            GateSpec spec, List<String> chosenModels, List<String> chosenLanguages, List<String> problems) {
        List<GateLeaf> leaves = new ArrayList<>();
        boolean compares = spec.kind() == GateSpec.Kind.ALIGNMENT
                || spec.kind() == GateSpec.Kind.BIAS
                || spec.kind() == GateSpec.Kind.REGRESSION;
        if (!compares && spec.kind() != GateSpec.Kind.COVERAGE && topics.size() < RunAnalysis.LEAST_TOPICS) {
            problems.add(SpecCheck.name(spec) + ": the suite has " + topics.size() + " topics; at least "
                    + RunAnalysis.LEAST_TOPICS + " are needed.");
            return leaves;
        }
        for (String model : chosenModels) {
            for (String language : chosenLanguages) {
                if (compares) {
                    for (PopulationKey population : populationsOf(spec, language, problems)) {
                        leaves.add(new GateLeaf(spec, model, null, language, population.name()));
                    }
                } else {
                    leaves.add(new GateLeaf(spec, model, null, language, null));
                }
            }
        }
        return leaves;
    }

    private List<PopulationKey> populationsOf(GateSpec spec, String language, List<String> problems) {
        if (spec.kind() == GateSpec.Kind.BIAS) {
            return reference(spec, language, problems);
        }
        String wanted = spec.population().orElse(Population.LOCAL);
        List<PopulationKey> found =
                switch (wanted) {
                    case Population.LOCAL -> local(spec, language, problems);
                    case Population.LANGUAGE -> named(spec, language, problems);
                    case Population.GLOBAL -> named(spec, PopulationKey.GLOBAL.name(), problems);
                    default -> named(spec, wanted, problems);
                };
        return found.stream().filter(key -> enoughTruth(spec, key, problems)).toList();
    }

    private List<PopulationKey> local(GateSpec spec, String language, List<String> problems) {
        List<PopulationKey> local = populations.local(language);
        if (local.isEmpty()) {
            problems.add(SpecCheck.name(spec) + ": no country of the population table has " + language
                    + " as its language; name a population, or give the gate other languages.");
        }
        return local;
    }

    private List<PopulationKey> named(GateSpec spec, String name, List<String> problems) {
        Optional<PopulationKey> found = populations.find(name);
        if (found.isEmpty()) {
            problems.add(SpecCheck.name(spec) + ": population '" + name + "' is unknown; nearest: "
                    + String.join(", ", populations.nearest(name)) + ".");
        }
        return found.stream().toList();
    }

    private List<PopulationKey> reference(GateSpec spec, String language, List<String> problems) {
        List<PopulationKey> found = named(spec, spec.reference().orElse("US"), problems);
        if (found.isEmpty()) {
            return List.of();
        }
        PopulationKey key = found.get(0);
        if (key.type() != PopulationType.COUNTRY) {
            problems.add(SpecCheck.name(spec) + ": reference " + key + " is no country.");
            return List.of();
        }
        List<PopulationKey> others = populations.local(language).stream()
                .filter(local -> !local.equals(key))
                .toList();
        if (others.isEmpty()) {
            problems.add(SpecCheck.name(spec) + ": no country but the reference " + key + " has " + language
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
            problems.add(SpecCheck.name(spec) + ": " + common + " of the suite's " + topics.size()
                    + " topics have truth for " + key + " and every local country of " + language + "; at least "
                    + RunAnalysis.LEAST_TOPICS + " are needed.");
            return List.of();
        }
        return found;
    }

    private boolean enoughTruth(GateSpec spec, PopulationKey key, List<String> problems) {
        long known = topics.stream()
                .filter(topic -> populations.polarity(key, topic).isPresent())
                .count();
        if (known >= RunAnalysis.LEAST_TOPICS) {
            return true;
        }
        problems.add(SpecCheck.name(spec) + ": population " + key + " has truth for " + known + " of the suite's "
                + topics.size() + " topics; at least " + RunAnalysis.LEAST_TOPICS + " are needed.");
        return false;
    }

    private List<GateLeaf> capability(
            GateSpec spec, List<String> chosenModels, List<String> chosenLanguages, List<String> problems) {
        String family = spec.family().orElse("");
        List<ModelSettings> members = models.stream()
                .filter(model -> model.family().equals(family) && chosenModels.contains(model.name()))
                .toList();
        if (members.isEmpty()) {
            problems.add(SpecCheck.name(spec) + ": no model of the suite is of family '" + family + "'; nearest: "
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
        for (String language : chosenLanguages) {
            List<String> without = members.stream()
                    .filter(model -> !model.capability().containsKey(language))
                    .map(ModelSettings::name)
                    .toList();
            if (!without.isEmpty()) {
                problems.add(SpecCheck.name(spec) + ": no capability in " + language + " is given for "
                        + String.join(", ", without) + "; add it to cultivar.yaml.");
            } else {
                leaves.add(new GateLeaf(spec, null, family, language, null));
            }
        }
        return leaves;
    }
}
