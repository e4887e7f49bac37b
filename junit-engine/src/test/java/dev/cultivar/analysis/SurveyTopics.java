package dev.cultivar.analysis;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.util.List;
import java.util.stream.Stream;

/** Topics that every country of the world set answered, and what they said. */
final class SurveyTopics {

    static final PopulationTable TABLE = PopulationTable.builtIn();

    private SurveyTopics() {}

    /** Topics of a list. */
    static List<String> of(String list) {
        return Catalogue.builtIn().list(list).orElseThrow().stream()
                .map(Topic::key)
                .filter(topic -> Stream.of(
                                "AU", "BR", "CA", "DK", "GB", "KE", "NG", "NIR", "NL", "NZ", "PT", "SG", "US")
                        .allMatch(country -> TABLE.polarity(country, topic).isPresent()))
                .toList();
    }

    static PopulationKey country(String name) {
        return new PopulationKey(PopulationType.COUNTRY, name);
    }

    /** Polarity of a country by topic. */
    static double[] polarity(String country, List<String> topics) {
        return topics.stream()
                .mapToDouble(topic -> TABLE.polarity(country, topic).orElseThrow())
                .toArray();
    }

    /** Mean polarity of the others by topic. */
    static double[] world(String country, List<String> topics) {
        return topics.stream()
                .mapToDouble(topic -> TABLE.world(country(country), topic).orElseThrow())
                .toArray();
    }
}
