package dev.cultivar.history;

import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which topics of a run belong to the same category of the catalogue. */
public final class Categories {

    private Categories() {}

    /** Keys of topics, by category. */
    public static SortedMap<String, List<String>> of(RunPlan plan) {
        SortedMap<String, List<String>> categories = new TreeMap<>();
        for (Topic topic : plan.topics()) {
            categories
                    .computeIfAbsent(topic.category(), name -> new ArrayList<>())
                    .add(topic.key());
        }
        return categories;
    }
}
