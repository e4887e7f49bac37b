package dev.cultivar.survey.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which question of WVS wave 7 belongs to which topic. */
final class Wave7Questions {

    private static final String FILE = "/dev/cultivar/survey/wvs7-questions.csv";

    private static final Map<String, List<Question>> BY_TOPIC = new HashMap<>();

    static {
        BundledTable.read(
                FILE, row -> BY_TOPIC.computeIfAbsent(row.getOrDefault("topic", ""), topic -> new ArrayList<>())
                        .add(new Question(row.getOrDefault("question", ""), codes(row.getOrDefault("codes", "")))));
    }

    private Wave7Questions() {}

    /**
     * @param column name of its column
     * @param codes the topic's codes for the column's codes 1, 2, 3 and so on; empty where they are the same
     */
    record Question(String column, List<Integer> codes) {}

    /**
     * The questions of a topic, best first; where the table has none, the topic's own key, since a user's catalogue may name a column.
     */
    static List<Question> of(String topic) {
        return BY_TOPIC.getOrDefault(topic, List.of(new Question(topic, List.of())));
    }

    private static List<Integer> codes(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList();
    }
}
