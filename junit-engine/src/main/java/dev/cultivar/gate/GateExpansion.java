package dev.cultivar.gate;

import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.api.Population;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.microdata.SurveyCountries;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Spells one gate out over models, languages and populations, and reports names that do not exist. */
final class GateExpansion {

    private final String title;
    private final Scope scope;
    private final List<ModelSettings> models;
    private final List<String> languages;
    private final PopulationTable populations;
    private final List<String> topics;
    private final List<String> problems = new ArrayList<>();

    /**
     * Prepares the expansion of one gate of a suite.
     *
     * @param title what messages call the gate
     */
    GateExpansion(
            String title,
            Scope scope,
            List<ModelSettings> models,
            List<String> languages,
            PopulationTable populations,
            List<String> topics) {
        this.title = title;
        this.scope = scope;
        this.models = models;
        this.languages = languages;
        this.populations = populations;
        this.topics = topics;
    }

    /** Reports models and languages that the gate names but the suite does not have. */
    void checkScope() {
        check("model", scope.models(), modelNames());
        check("language", scope.languages(), languages);
    }

    /** What is wrong with the gate as spelled out so far, one line per problem. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** One subject per model and language. */
    List<GateSubject> perSample() {
        return perModel(language -> List.of(Optional.empty()));
    }

    /** One subject per model, language and population. */
    List<GateSubject> perPopulation(Function<String, List<PopulationKey>> populationsOf) {
        return perModel(language -> populationsOf.apply(language).stream()
                .map(key -> Optional.of(key.name()))
                .toList());
    }

    /** Whether a statistic over topics that involves no population can be computed at all. */
    boolean enoughTopics() {
        if (topics.size() >= Estimate.LEAST_TOPICS) {
            return true;
        }
        problem("the suite has " + topics.size() + " topics; at least " + Estimate.LEAST_TOPICS + " are needed.");
        return false;
    }

    private List<GateSubject> perModel(Function<String, List<Optional<String>>> populationsOf) {
        List<GateSubject> subjects = new ArrayList<>();
        for (String model : among(scope.models(), modelNames())) {
            for (String language : among(scope.languages(), languages)) {
                populationsOf
                        .apply(language)
                        .forEach(population ->
                                subjects.add(GateSubject.ofModel(model, language, population.orElse(null))));
            }
        }
        return subjects;
    }

    private List<String> modelNames() {
        return models.stream().map(ModelSettings::name).toList();
    }

    private void check(String what, List<String> wanted, Collection<String> known) {
        for (String name : wanted) {
            if (!known.contains(name)) {
                problem("the suite has no " + what + " '" + name + "'; nearest: "
                        + String.join(", ", NearestNames.of(name, known)) + ".");
            }
        }
    }

    private static List<String> among(List<String> wanted, List<String> known) {
        return wanted.isEmpty()
                ? known
                : known.stream().filter(wanted::contains).toList();
    }

    private void problem(String what) {
        problems.add(title + ": " + what);
    }

    /** The populations with that name for a language, if they have enough truth. */
    List<PopulationKey> populations(String wanted, String language) {
        List<PopulationKey> found =
                switch (wanted) {
                    case Population.LOCAL -> local(language);
                    case Population.LANGUAGE -> named(language);
                    case Population.GLOBAL -> named(PopulationKey.GLOBAL.name());
                    default -> named(wanted);
                };
        return found.stream()
                .map(populations::canonical)
                .filter(this::enoughTruth)
                .toList();
    }

    /** The populations with that name for a language, if they can be told from other countries. */
    List<PopulationKey> amongOthers(String wanted, String language) {
        return populations(wanted, language).stream().filter(this::enoughOthers).toList();
    }

    private boolean enoughOthers(PopulationKey key) {
        if (key.type() == PopulationType.GLOBAL) {
            problem("the whole world has no other countries to differ from; name a population.");
            return false;
        }
        long known = topics.stream()
                .filter(topic -> populations.polarity(key, topic).isPresent()
                        && populations.world(key, topic).isPresent())
                .count();
        if (known >= Estimate.LEAST_TOPICS) {
            return true;
        }
        problem(known + " of the suite's " + topics.size() + " topics have survey figures for "
                + Names.people(key.name()) + " and at least " + PopulationTable.LEAST_OTHERS
                + " other countries; at least " + Estimate.LEAST_TOPICS
                + " are needed. Import more countries with cultivar:ground-truth.");
        return false;
    }

    private List<PopulationKey> local(String language) {
        List<PopulationKey> local =
                populations.localPopulation(language).stream().toList();
        if (local.isEmpty()) {
            problem("no country in the population table has " + Names.language(language) + " as its main language"
                    + nowhere(language)
                    + "; name a population, or give the gate other languages.");
        }
        return local;
    }

    /** Swahili's speakers were asked, but no table can have a country whose main language it is. */
    private static String nowhere(String language) {
        return SurveyCountries.speak(language) ? "" : ", nor does any country in the surveys";
    }

    private List<PopulationKey> named(String name) {
        Optional<PopulationKey> found = populations.find(name);
        if (found.isEmpty()) {
            problem("population '" + name + "' is unknown; nearest: " + String.join(", ", populations.nearest(name))
                    + ".");
        }
        return found.stream().toList();
    }

    /** The reference country, if a bias towards it can be computed. */
    List<PopulationKey> reference(String wanted, String language) {
        List<PopulationKey> found = named(wanted);
        if (found.isEmpty()) {
            return List.of();
        }
        PopulationKey key = found.get(0);
        if (key.type() != PopulationType.COUNTRY) {
            problem("reference '" + key + "' is not a country; name one by its code, such as US.");
            return List.of();
        }
        List<PopulationKey> others = populations.local(language).stream()
                .filter(local -> !local.equals(key))
                .toList();
        if (others.isEmpty()) {
            problem("no country but the reference, " + Names.population(key.name()) + ", has "
                    + Names.language(language) + " as its main language" + nowhere(language)
                    + ", so there is nothing to compare with; give the gate other languages.");
            return List.of();
        }
        long common = topics.stream()
                .filter(topic -> populations.polarity(key, topic).isPresent()
                        && others.stream()
                                .allMatch(other ->
                                        populations.polarity(other, topic).isPresent()))
                .count();
        if (common < Estimate.LEAST_TOPICS) {
            problem("" + common + " of the suite's " + topics.size()
                    + " topics have survey figures for " + Names.population(key.name()) + " and for "
                    + Names.populations(others.stream().map(PopulationKey::name).toList())
                    + "; at least "
                    + Estimate.LEAST_TOPICS + " are needed.");
            return List.of();
        }
        return found;
    }

    private boolean enoughTruth(PopulationKey key) {
        long known = topics.stream()
                .filter(topic -> populations.polarity(key, topic).isPresent())
                .count();
        if (known >= Estimate.LEAST_TOPICS) {
            return true;
        }
        problem(known + " of the suite's " + topics.size() + " topics have survey figures for "
                + Names.people(key.name()) + "; at least " + Estimate.LEAST_TOPICS + " are needed.");
        return false;
    }

    /** One subject per language for the models of a family. */
    List<GateSubject> perFamily(String family) {
        List<String> chosen = among(scope.models(), modelNames());
        List<ModelSettings> members = models.stream()
                .filter(model -> model.family().equals(family) && chosen.contains(model.name()))
                .toList();
        if (members.isEmpty()) {
            problem("no model of the suite is of family '" + family + "'; nearest: "
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
        List<GateSubject> subjects = new ArrayList<>();
        for (String language : among(scope.languages(), languages)) {
            List<String> without = members.stream()
                    .filter(model -> !model.capability().containsKey(language))
                    .map(ModelSettings::name)
                    .toList();
            if (!without.isEmpty()) {
                problem("no capability in " + Names.language(language) + " is given for " + String.join(", ", without)
                        + "; add it to cultivar.yaml.");
            } else {
                subjects.add(GateSubject.ofFamily(family, language));
            }
        }
        return subjects;
    }
}
