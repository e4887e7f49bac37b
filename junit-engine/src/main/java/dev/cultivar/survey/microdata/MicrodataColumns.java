package dev.cultivar.survey.microdata;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the import finds what it needs in a row.
 *
 * @param shape which file it is
 * @param header names of the columns
 * @param country index of the column with the country
 * @param language index of the column with the language of the interview
 * @param weight index of the weight within the country
 * @param populationWeight index of the weight of the country; without it, people of several countries cannot be counted together
 * @param waves which respondents are read
 * @param group index of the column to group by
 * @param topics topics of the catalogue that the file has
 * @param absent topics of the catalogue that the file does not have
 * @param uncoded topics that the file has, but whose answers the catalogue does not say how to read
 */
record MicrodataColumns(
        MicrodataShape shape,
        List<String> header,
        int country,
        OptionalInt language,
        int weight,
        OptionalInt populationWeight,
        LastWaves waves,
        OptionalInt group,
        List<TopicColumn> topics,
        List<Topic> absent,
        List<Topic> uncoded) {

    MicrodataColumns {
        header = List.copyOf(header);
        topics = List.copyOf(topics);
        absent = List.copyOf(absent);
        uncoded = List.copyOf(uncoded);
    }

    static MicrodataColumns of(List<String> header, Catalogue catalogue, Optional<String> groupBy, String source) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            index.putIfAbsent(key(header.get(i)), i);
        }
        MicrodataShape shape = shape(header, index, source);
        requireWeights(shape, header, index, source);
        List<TopicColumn> topics = new ArrayList<>();
        List<Topic> absent = new ArrayList<>();
        List<Topic> uncoded = new ArrayList<>();
        for (Topic topic : catalogue.topics()) {
            Optional<TopicColumn> column = column(shape, topic, index);
            column.filter(found -> topic.coding().stated()).ifPresent(topics::add);
            if (column.isEmpty()) {
                absent.add(topic);
            } else if (!topic.coding().stated()) {
                uncoded.add(topic);
            }
        }
        requireTopics(shape, topics, absent, index, source);
        return new MicrodataColumns(
                shape,
                header,
                first(shape.countries(), index).getAsInt(),
                first(shape.languages(), index),
                first(List.of(shape.weight()), index).getAsInt(),
                first(List.of(MicrodataShape.POPULATION_WEIGHT), index),
                shape == MicrodataShape.TREND ? LastWaves.of(index, source) : new LastWaves(Map.of()),
                groupBy.map(name -> OptionalInt.of(group(header, index, name, source)))
                        .orElse(OptionalInt.empty()),
                topics,
                absent,
                uncoded);
    }

    /** Name of a column that the import reads. */
    String name(int column) {
        return header.get(column);
    }

    private static MicrodataShape shape(List<String> header, Map<String, Integer> index, String source) {
        for (MicrodataShape shape : MicrodataShape.values()) {
            if (first(shape.countries(), index).isPresent()) {
                return shape;
            }
        }
        throw new MicrodataException(source
                + " has no column cntry_AN, B_COUNTRY_ALPHA, COUNTRY_ALPHA, S009 or S003, which say the country; it"
                + " must be the Joint EVS/WVS 2017-2022 file, the file of WVS wave 7 or an EVS or WVS trend file, as"
                + " CSV. It has "
                + header.size() + (header.size() == 1 ? " column: " : " columns, from ") + header.get(0) + ".");
    }

    private static void requireWeights(
            MicrodataShape shape, List<String> header, Map<String, Integer> index, String source) {
        List<String> wanted = new ArrayList<>(List.of(shape.weight()));
        if (shape == MicrodataShape.JOINT) {
            wanted.add(MicrodataShape.POPULATION_WEIGHT);
            wanted.add(0, shape.languages().get(0));
        }
        List<String> missing =
                wanted.stream().filter(name -> !index.containsKey(key(name))).toList();
        if (!missing.isEmpty()) {
            throw new MicrodataException(source + " looks like " + shape.title() + " but lacks the column"
                    + (missing.size() > 1 ? "s " : " ") + String.join(", ", missing) + "; it has " + header.size()
                    + " columns, from " + header.get(0) + ". Keep " + (missing.size() > 1 ? "them" : "it")
                    + " in a part of the file.");
        }
    }

    private static Optional<TopicColumn> column(MicrodataShape shape, Topic topic, Map<String, Integer> index) {
        if (shape != MicrodataShape.WVS7) {
            Integer at = index.get(key(topic.key()));
            return at == null ? Optional.empty() : Optional.of(new TopicColumn(at, topic.key(), topic, List.of()));
        }
        for (Wave7Questions.Question question : Wave7Questions.of(topic.key())) {
            Integer at = index.get(key(question.column()));
            if (at != null) {
                return Optional.of(new TopicColumn(at, question.column(), topic, question.codes()));
            }
        }
        return Optional.empty();
    }

    private static void requireTopics(
            MicrodataShape shape,
            List<TopicColumn> topics,
            List<Topic> absent,
            Map<String, Integer> index,
            String source) {
        if (shape == MicrodataShape.WVS7) {
            for (Topic topic : absent) {
                for (Wave7Questions.Question question : Wave7Questions.of(topic.key())) {
                    if (index.containsKey(key(question.column() + "P"))) {
                        throw new MicrodataException(source + " has " + question.column() + "P in place of "
                                + question.column()
                                + ": it is the file of WVS wave 7 with scales inverted. Take the one"
                                + " without \"inverted\" in its name.");
                    }
                }
            }
        }
        if (topics.isEmpty()) {
            throw new MicrodataException(source + " looks like " + shape.title()
                    + " but has no column of any topic of the catalogue"
                    + (absent.isEmpty() ? "" : ", for example " + absent.get(0).key())
                    + ".");
        }
    }

    private static int group(List<String> header, Map<String, Integer> index, String name, String source) {
        Integer at = index.get(key(name));
        if (at == null) {
            throw new MicrodataException(source + " has no column '" + name + "'; nearest: "
                    + String.join(", ", NearestNames.of(name, header)) + ".");
        }
        return at;
    }

    private static OptionalInt first(List<String> names, Map<String, Integer> index) {
        for (String name : names) {
            Integer at = index.get(key(name));
            if (at != null) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }
}
