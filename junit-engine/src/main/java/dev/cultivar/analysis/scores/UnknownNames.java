package dev.cultivar.analysis.scores;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names in scores that are most likely typing errors, since nothing that the scores are compared with has them. */
final class UnknownNames {

    private static final int MOST = 3;

    private UnknownNames() {}

    /**
     * At most one note on topics and one on languages.
     *
     * @param withoutTruth topics of the samples that no population has truth for
     */
    static List<Note> of(List<ScoredSample> samples, Collection<String> withoutTruth, PopulationTable populations) {
        List<Note> notes = new ArrayList<>();
        List<Note.Unknown> topics = topics(withoutTruth, populations);
        if (!topics.isEmpty()) {
            notes.add(new Note.UnknownTopics(topics));
        }
        List<Note.Unknown> languages = languages(samples, populations);
        if (!languages.isEmpty()) {
            notes.add(new Note.UnknownLanguages(languages));
        }
        return notes;
    }

    private static List<Note.Unknown> topics(Collection<String> withoutTruth, PopulationTable populations) {
        Set<String> known = new TreeSet<>();
        Catalogue.builtIn().topics().stream().map(Topic::key).forEach(known::add);
        populations.populations().forEach(key -> known.addAll(populations.topics(key)));
        return withoutTruth.stream()
                .filter(topic -> !known.contains(topic))
                .map(topic -> new Note.Unknown(topic, NearestNames.of(topic, known)))
                .toList();
    }

    private static List<Note.Unknown> languages(List<ScoredSample> samples, PopulationTable populations) {
        Set<String> spoken = new TreeSet<>();
        populations.populations().forEach(key -> spoken(key, populations).forEach(spoken::add));
        return samples.stream()
                .map(ScoredSample::language)
                .distinct()
                .filter(language -> !spoken.contains(language))
                .sorted()
                .map(language -> new Note.Unknown(language, nearest(language, spoken, populations)))
                .toList();
    }

    private static Stream<String> spoken(PopulationKey key, PopulationTable populations) {
        return key.type() == PopulationType.LANGUAGE ? Stream.of(key.name()) : populations.language(key).stream();
    }

    /** People often write the code of a country for that of its language. */
    private static List<String> nearest(String language, Set<String> spoken, PopulationTable populations) {
        Stream<String> ofCountry = populations.find(language.toUpperCase(Locale.ROOT)).stream()
                .flatMap(country -> populations.language(country).stream());
        return Stream.concat(ofCountry, NearestNames.of(language, spoken).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
