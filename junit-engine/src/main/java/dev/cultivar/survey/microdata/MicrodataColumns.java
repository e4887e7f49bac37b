package dev.cultivar.survey.microdata;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where in a row the import finds what it needs.
 *
 * @param width number of columns of every row
 * @param country index of {@code cntry_AN}
 * @param language index of {@code lnge_iso}
 * @param gwght index of the equilibrated weight
 * @param pwght index of the population weight
 * @param group index of the column to group by
 * @param topics topics of the catalogue that the file has, by index of their column
 * @param absent topics of the catalogue that the file does not have
 */
record MicrodataColumns(
        int width,
        int country,
        int language,
        int gwght,
        int pwght,
        OptionalInt group,
        Map<Integer, Topic> topics,
        List<Topic> absent) {

    static MicrodataColumns of(List<String> header, Catalogue catalogue, Optional<String> groupBy, String source) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            index.putIfAbsent(header.get(i).strip(), i);
        }
        List<String> missing = List.of("cntry_AN", "lnge_iso", "gwght", "pwght").stream()
                .filter(name -> !index.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new MicrodataException(source + " lacks the column" + (missing.size() > 1 ? "s " : " ")
                    + String.join(", ", missing) + "; is it the Joint EVS/WVS 2017-2022 file as CSV (ZA7505)? It has "
                    + header.size() + " columns, from " + header.get(0) + ".");
        }
        Map<Integer, Topic> topics = new HashMap<>();
        List<Topic> absent = new ArrayList<>();
        for (Topic topic : catalogue.topics()) {
            Integer at = index.get(topic.key());
            if (at == null) {
                absent.add(topic);
            } else {
                topics.put(at, topic);
            }
        }
        if (topics.isEmpty()) {
            throw new MicrodataException(source + " has no column of any topic of the catalogue, for example "
                    + catalogue.topics().get(0).key() + ".");
        }
        OptionalInt group =
                groupBy.map(name -> OptionalInt.of(column(index, name, source))).orElse(OptionalInt.empty());
        return new MicrodataColumns(
                header.size(),
                column(index, "cntry_AN", source),
                column(index, "lnge_iso", source),
                column(index, "gwght", source),
                column(index, "pwght", source),
                group,
                Map.copyOf(topics),
                List.copyOf(absent));
    }

    private static int column(Map<String, Integer> index, String name, String source) {
        Integer at = index.get(name);
        if (at == null) {
            throw new MicrodataException(source + " has no column '" + name + "'; nearest: "
                    + String.join(", ", NearestNames.of(name, index.keySet())) + ".");
        }
        return at;
    }
}
